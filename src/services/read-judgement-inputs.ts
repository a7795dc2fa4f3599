/** Reads from the store everything people typed that bears on a card's period. */
import type { EditionDocument } from "../domain/edition.ts";
import type { Figure } from "../domain/figure.ts";
import { parsePeriod } from "../domain/period.ts";
import { indicatorsOf, type ScoredCard } from "../domain/scored-card.ts";
import { type Catalogue, scorecardNamed } from "../measures/catalogue.ts";
import { listAcceptances } from "../store/acceptance.ts";
import { listComments } from "../store/comment.ts";
import { listEditions, readEditionFile, type StoredEdition } from "../store/edition.ts";
import { listAnswers } from "../store/flag-answer.ts";
import type { Store } from "../store/open-store.ts";
import { listRatings } from "../store/person-rating.ts";
import { listSeriesNotes } from "../store/series-note.ts";
import { readSettings } from "../store/setting.ts";
import { listTargets, targetsOn } from "../store/target.ts";
import { type EarlierEdition, type JudgementInputs, settingsOf } from "./judgement-inputs.ts";
import { listPeople } from "./people/people.ts";

/** Earlier editions remembered when numbers are hidden and when restatement is measured. */
const REMEMBERED = 6;

/** @throws AppError SCORECARD_UNKNOWN or PERIOD_INVALID */
export async function readJudgementInputs(
  store: Store,
  catalogue: Catalogue,
  question: { readonly scorecard: string; readonly period: string },
): Promise<JudgementInputs> {
  const scorecard = scorecardNamed(catalogue, question.scorecard);
  const { id: period, end } = parsePeriod(
    question.period,
    scorecard.period === "month" ? "in-month" : scorecard.period,
  );
  const place = { scorecard: scorecard.id, period };
  const [nameOf, settings, targets, ratings, comments, answers, notes, acceptances, editions] = await Promise.all([
    namesOf(store),
    readSettings(store),
    listTargets(store, scorecard.id),
    listRatings(store, place),
    listComments(store, place),
    listAnswers(store, place),
    listSeriesNotes(store),
    listAcceptances(store, place),
    listEditions(store, { scorecard: scorecard.id }),
  ]);
  const onCard = new Set(scorecard.sections.flatMap(({ indicators }) => indicators.map(({ measure }) => measure)));
  const remembered = editions.slice(0, REMEMBERED).toReversed();
  return {
    settings: settingsOf(settings),
    targets: targetsOn(targets, end).map(({ id: _, scorecard: __, author: ___, at: ____, ...set }) => set),
    ratings: ratings.map(({ reference, word, reason, author, on }) => ({
      reference,
      word,
      reason,
      author: nameOf(author),
      on,
    })),
    comments: comments.map((comment) => ({ ...comment, author: nameOf(comment.author) })),
    answers: answers.map(({ comment, flag, reason, author, at }) => ({
      comment,
      flag,
      reason,
      author: nameOf(author),
      at,
    })),
    notes: notes
      .filter(({ measure }) => onCard.has(measure))
      .map(({ id: _, at: __, ...note }) => ({ ...note, author: nameOf(note.author) })),
    acceptances: acceptances.map(({ rule, reason, author, at }) => ({ rule, reason, author: nameOf(author), at })),
    published: await Promise.all(remembered.map((edition) => earlierEdition(store, edition))),
  };
}

/** People stand on cards and in editions by name: the addresses they sign in with are nobody else's business. */
async function namesOf(store: Store): Promise<(actor: string) => string> {
  const names = new Map((await listPeople(store)).map(({ email, name }) => [email, name]));
  return (actor) => names.get(actor) ?? actor;
}

async function earlierEdition(store: Store, { id, period, publishedAt }: StoredEdition): Promise<EarlierEdition> {
  const [internal, shown] = await Promise.all([
    readJson<ScoredCard>(store, id, "internal/card.json"),
    readJson<EditionDocument>(store, id, "public/edition.json"),
  ]);
  const hidden = new Set(
    figuresOf(shown.card).flatMap((figure) => (figure.status === "suppressed" ? [placeOf(figure)] : [])),
  );
  return {
    edition: id,
    period,
    publishedAt,
    figures: figuresOf(internal).map((figure) => ({ figure, wasShown: !hidden.has(placeOf(figure)) })),
  };
}

/** Each figure once, however often its measure stands on the card. */
function figuresOf(card: ScoredCard): readonly Figure[] {
  const all = indicatorsOf(card).flatMap(({ history }) => history);
  return [...new Map(all.map((figure) => [placeOf(figure), figure])).values()];
}

function placeOf({ measure, window, period }: Figure): string {
  return `${measure} ${window} ${period}`;
}

async function readJson<T>(store: Store, id: string, path: string): Promise<T> {
  return JSON.parse(Buffer.from(await readEditionFile(store, id, path)).toString("utf8")) as T;
}
