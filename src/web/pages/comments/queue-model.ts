/** What the first commentary page prints: what I owe, what waits for me to approve, and who owes what. */
import { addDays } from "../../../domain/dates.ts";
import { monthLabel, parsePeriod } from "../../../domain/period.ts";
import type { Scorecard } from "../../../domain/scorecard.ts";
import type { CheckedComment } from "../../../domain/scored-card.ts";
import { openFlags, readCheckedComment } from "../../../services/commentary.ts";
import { type OwedByAll, owedByAll } from "../../../services/comments/owed-by-all.ts";
import { chooseComments } from "../../../services/comments/typed-comments.ts";
import { listPeople } from "../../../services/people/people.ts";
import { columnsEnding } from "../../../services/scorecard-figures.ts";
import { lastMonthOf, todayOf } from "../../answers/months.ts";
import type { Desk } from "../../desk.ts";
import { may, type Viewer } from "../../viewer.ts";
import { subjectWords } from "./comment-model.ts";
import { commentaryOf, commentsHref, mayApprove } from "./commentary-of.ts";

export type OwedView = OwedByAll & {
  readonly ownerName: string;
  readonly cardTitle: string;
  readonly periodLabel: string;
  readonly href: string;
  readonly isMine: boolean;
};

export type QueuedComment = {
  readonly id: string;
  readonly version: number;
  readonly href: string;
  readonly subject: string;
  readonly body: string;
  readonly author: string;
  readonly open: number;
  readonly isOwn: boolean;
};

export type QueuedCard = {
  readonly scorecard: string;
  readonly period: string;
  readonly title: string;
  readonly comments: readonly QueuedComment[];
};

export type OwnComment = {
  readonly id: string;
  readonly href: string;
  readonly subject: string;
  readonly place: string;
  readonly state: CheckedComment["state"];
};

export type QueueModel = {
  readonly mine: readonly OwedView[];
  readonly own: readonly OwnComment[];
  readonly queue: readonly QueuedCard[];
  readonly mayApprove: boolean;
  readonly mayAsk: boolean;
  readonly everybodys: readonly OwedView[];
  /** Cards with the period whose comments are being written now. */
  readonly cards: readonly { readonly href: string; readonly text: string; readonly period: string }[];
};

/** Days a thing that was asked for and is done stays in the list of everybody's. */
const DONE_SHOWN = 60;

/** The page for one viewer. */
export async function queueModel(desk: Desk, viewer: Viewer): Promise<QueueModel> {
  const { catalogue } = desk.live.current();
  const today = todayOf(desk);
  const names = new Map((await listPeople(desk.store)).map(({ email, name }) => [email, name]));
  const owed = (await owedByAll(desk.store, catalogue, { today })).map(
    (one): OwedView => ({
      ...one,
      ownerName: names.get(one.owner) ?? one.owner,
      cardTitle: catalogue.scorecards.get(one.scorecard)?.title ?? one.scorecard,
      periodLabel: periodLabel(catalogue.scorecards.get(one.scorecard), one.period),
      href: `${commentsHref(one)}/new?on=${encodeURIComponent(one.on)}`,
      isMine: one.owner === viewer.actor,
    }),
  );
  const approves = mayApprove(viewer);
  const asks = may(viewer, "publish");
  const isRecent = ({ state, due }: OwedView): boolean => state !== "done" || due >= addDays(today, -DONE_SHOWN);
  return {
    mine: owed.filter(({ isMine, state }) => isMine && state !== "done"),
    own: await ownComments(desk, viewer),
    queue: approves || asks ? await queueOf(desk, viewer, names) : [],
    mayApprove: approves,
    mayAsk: asks,
    everybodys: approves || asks ? owed.filter(isRecent) : [],
    cards: await cardsNow(desk),
  };
}

async function ownComments(desk: Desk, viewer: Viewer): Promise<readonly OwnComment[]> {
  const { catalogue } = desk.live.current();
  const own = await chooseComments(desk.store, { states: ["draft", "returned", "submitted"], author: viewer.actor });
  return own.map(({ id, scorecard, period, subject, state }) => ({
    id,
    href: `${commentsHref({ scorecard, period })}/${id}`,
    subject:
      subject.kind === "references"
        ? subject.references.join(" & ")
        : subject.kind === "section"
          ? subject.section
          : "The whole scorecard",
    place: `${catalogue.scorecards.get(scorecard)?.title ?? scorecard}, ${periodLabel(catalogue.scorecards.get(scorecard), period)}`,
    state,
  }));
}

/** Comments handed in, by card and period, each checked against the data as they stand now. */
async function queueOf(desk: Desk, viewer: Viewer, names: ReadonlyMap<string, string>): Promise<readonly QueuedCard[]> {
  const submitted = await chooseComments(desk.store, { states: ["submitted"] });
  const places = Map.groupBy(submitted, ({ scorecard, period }) => `${scorecard} ${period}`);
  const cards: QueuedCard[] = [];
  for (const comments of places.values()) {
    const [first] = comments;
    if (first === undefined || !desk.live.current().catalogue.scorecards.has(first.scorecard)) continue;
    const commentary = await commentaryOf(desk, first);
    const checked = await Promise.all(comments.map(({ id }) => readCheckedComment(commentary, desk.store, id)));
    cards.push({
      scorecard: first.scorecard,
      period: first.period,
      title: `${commentary.card.title}, ${commentary.period.label}`,
      comments: checked.toReversed().map((comment) => ({
        id: comment.id,
        version: comment.version,
        href: `${commentsHref(first)}/${comment.id}`,
        subject: subjectWords(commentary, comment.subject),
        body: comment.body,
        author: names.get(comment.author) ?? comment.author,
        open: openFlags(comment).length,
        isOwn: comment.author === viewer.actor,
      })),
    });
  }
  return cards;
}

/** A period as its card names it; its id once the card has gone. */
function periodLabel(scorecard: Scorecard | undefined, period: string): string {
  if (scorecard === undefined) return period;
  return parsePeriod(period, scorecard.period === "month" ? "in-month" : scorecard.period).label;
}

/** Every card with the period the data speak for now, and its name. */
async function cardsNow(desk: Desk): Promise<QueueModel["cards"]> {
  const { last } = await lastMonthOf(desk, undefined);
  return [...desk.live.current().catalogue.scorecards.values()].map(({ id, title, period: kind }) => {
    const period = columnsEnding(kind === "month" ? "in-month" : kind, last, 1)[0];
    return {
      href: commentsHref({ scorecard: id, period: period?.id ?? last }),
      text: title,
      period: period?.label ?? monthLabel(last),
    };
  });
}
