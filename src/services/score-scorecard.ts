/** Judges a scorecard for one period and one audience: figures, then what the audience may see of them, then everything that is said of that. */

import { sha256 } from "../domain/checksums.ts";
import { checkComment } from "../domain/commentary/check-comment.ts";
import { factsOf } from "../domain/commentary/facts-of.ts";
import type { AnsweredFlag } from "../domain/commentary.ts";
import type { Figure } from "../domain/figure.ts";
import { countDirections, countRatings } from "../domain/judgement/count-table.ts";
import { judgeIndicator } from "../domain/judgement/judge-indicator.ts";
import { parsePeriod } from "../domain/period.ts";
import { withPrinted } from "../domain/printed-comparators.ts";
import { evaluateReconciliation } from "../domain/reconciliation/evaluate.ts";
import { linearRelations } from "../domain/reconciliation/linear-relations.ts";
import type { ReconciliationFinding } from "../domain/reconciliation.ts";
import type { Audience, CheckedComment, ScoredCard, ScoredSection } from "../domain/scored-card.ts";
import type { ScoredIndicator } from "../domain/scored-indicator.ts";
import { scorecardNamed } from "../measures/catalogue.ts";
import { type CardFigures, cardFigures, rulesTouching } from "./card-figures.ts";
import { type ComparatorsBeside, readComparators } from "./comparators.ts";
import { dataMonths } from "./data-months.ts";
import { forAudience } from "./for-audience.ts";
import { checkWhose, type JudgementInputs } from "./judgement-inputs.ts";
import type { IndicatorWithFigures } from "./scorecard-figures.ts";
import type { Workspace } from "./workspace.ts";

export type CardQuestion = {
  readonly scorecard: string;
  /** 2026-03, 2025-26-Q4 …; read in the card's own window. */
  readonly period: string;
  readonly authority?: string | undefined;
  /** Only this team's figures. */
  readonly team?: string | undefined;
};

type JudgedQuestion = CardQuestion & { readonly audience: Audience };

/** Columns a card shows; the rest of its history is for judging. */
const SHOWN = 13;

/**
 * The same inputs, data and definitions give the same card, byte for byte.
 *
 * @param figures where the card's exact figures are kept already, so that new words do not count cases again
 */
export async function scoreScorecard(
  workspace: Workspace,
  inputs: JudgementInputs,
  question: JudgedQuestion,
  figures?: Promise<CardFigures>,
): Promise<ScoredCard> {
  const { audience } = question;
  const judged = await judgedOnce(workspace, inputs, { question, figures });
  const { exact, findings, sections } = judged;
  checkWhose(inputs, exact.authority, (await workspace.open()).authorities);
  const checked = checkedComments(judged, inputs);
  const placed = sections.map((section) => withComments(section, checked));
  const { scorecard } = exact;
  const indicators = placed.flatMap((section) => section.indicators);
  return {
    scorecard: scorecard.id,
    title: scorecard.title,
    description: scorecard.description ?? "",
    authority: exact.authority,
    audience,
    period: exact.period,
    columns: exact.columns.slice(-SHOWN),
    sections: placed,
    comments: checked.filter(({ subject }) => subject.kind === "scorecard"),
    reconciliation: findings,
    ratings: countRatings(indicators.map(({ rating }) => rating.word)),
    directions: countDirections(indicators.map(({ direction }) => direction.meaning)),
  };
}

type Judged = Judging & {
  readonly sections: readonly Omit<ScoredSection, "comments">[];
  /** The figures as the public sees them: worked out when first asked for. */
  readonly forPublic: () => ReadonlyMap<string, Figure>;
};

/** Cards judged lately, by state of data and definitions: comments change no figure, so writing them judges nothing anew. */
const lately = new WeakMap<Workspace, Map<string, Promise<Judged>>>();
const MOST_KEPT = 24;

type ToJudge = { readonly question: JudgedQuestion; readonly figures: Promise<CardFigures> | undefined };

function judgedOnce(workspace: Workspace, inputs: JudgementInputs, asked: ToJudge): Promise<Judged> {
  const bearing = { ...inputs, comments: [], answers: [] };
  const key = sha256(Buffer.from(JSON.stringify([asked.question, bearing]), "utf8"));
  const kept = lately.get(workspace) ?? new Map<string, Promise<Judged>>();
  lately.set(workspace, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fresh = judge(workspace, bearing, asked);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, fresh);
  // What failed is tried again.
  fresh.catch(() => kept.delete(key));
  return fresh;
}

async function judge(
  workspace: Workspace,
  inputs: JudgementInputs,
  { question: { audience, ...question }, figures }: ToJudge,
): Promise<Judged> {
  const exact = await (figures ?? cardFigures(workspace, question));
  const shown = shownFigures(workspace, exact, inputs, audience);
  // Rules between measures are about the whole authority.
  const findings = question.team === undefined ? reconcile(workspace, exact, [...shown.values()], inputs) : [];
  const { laCode, neighbourMethod: method, neighbourEdition } = inputs.settings;
  const settings = { laCode, method, neighbourEdition };
  const comparators = await readComparators(workspace, measuresOn(exact), exact.authority, settings);
  const judging: Judging = { audience, exact, inputs, shown, findings, comparators };
  let forPublic: ReadonlyMap<string, Figure> | undefined;
  return {
    ...judging,
    sections: exact.sections.map((section) => scoredSection(section, judging)),
    forPublic: () => {
      forPublic ??= shownFigures(workspace, exact, inputs, "published");
      return forPublic;
    },
  };
}

/** The latest period of a card's window that the data speak for. */
export async function latestPeriod(workspace: Workspace, id: string, today: Date): Promise<string> {
  const { period } = scorecardNamed(workspace.catalogue, id);
  const window = period === "month" ? "in-month" : period;
  const months = await dataMonths(workspace, today.toISOString().slice(0, 10));
  for (const month of months) {
    const holding = parsePeriod(month, window);
    if (holding.end.slice(0, 7) === month) return holding.id;
  }
  return months[0] ?? today.toISOString().slice(0, 7);
}

type Judging = {
  readonly audience: Audience;
  readonly exact: CardFigures;
  readonly inputs: JudgementInputs;
  /** By place; what the audience sees. */
  readonly shown: ReadonlyMap<string, Figure>;
  readonly findings: readonly ReconciliationFinding[];
  readonly comparators: ComparatorsBeside;
};

const placeOf = ({ measure, window, period }: Figure): string => `${measure} ${window} ${period}`;

function measuresOn({ sections }: CardFigures): readonly IndicatorWithFigures["measure"][] {
  return [
    ...new Map(sections.flatMap(({ indicators }) => indicators.map(({ measure }) => [measure.id, measure]))).values(),
  ];
}

function shownFigures(
  { catalogue }: Workspace,
  exact: CardFigures,
  { settings, published }: JudgementInputs,
  audience: Audience,
): ReadonlyMap<string, Figure> {
  const rules = rulesTouching(catalogue.reconciliation.values(), new Set(measuresOn(exact).map(({ id }) => id)));
  const shown = forAudience(exact.all, audience, {
    measures: catalogue.measures,
    relations: linearRelations(rules),
    threshold: settings.disclosureThreshold,
    editions: published.map(({ figures }) => figures),
  });
  return new Map(shown.map((figure) => [placeOf(figure), figure]));
}

/** Failures of the card's own period, in any window that ends with it. */
function reconcile(
  { catalogue }: Workspace,
  exact: CardFigures,
  figures: readonly Figure[],
  { acceptances }: JudgementInputs,
): readonly ReconciliationFinding[] {
  const references = new Map(
    exact.sections.flatMap(({ indicators }) =>
      indicators.map(({ indicator, measure }) => [measure.id, indicator.reference]),
    ),
  );
  const rules = rulesTouching(catalogue.reconciliation.values(), new Set(references.keys()));
  const accepted = new Map(acceptances.map((acceptance) => [acceptance.rule, acceptance]));
  const { findings } = evaluateReconciliation(rules, figures, {
    measures: catalogue.measures,
    nameOf: (measure) => references.get(measure) ?? catalogue.measures.get(measure)?.title ?? measure,
  });
  const windows = new Map(figures.map((figure) => [figure.period, figure.window]));
  return findings
    .filter(({ period }) => parsePeriod(period, windows.get(period) ?? exact.period.window).end === exact.period.end)
    .map((finding) => {
      const known = accepted.get(finding.rule);
      return known === undefined
        ? finding
        : { ...finding, accepted: { reason: known.reason, author: known.author, at: known.at } };
    });
}

function scoredSection(
  { title, scope, indicators }: CardFigures["sections"][number],
  judging: Judging,
): Omit<ScoredSection, "comments"> {
  return {
    title,
    scope: scope ?? null,
    indicators: indicators.map((placed) => scoredIndicator(placed, title, judging)),
  };
}

function scoredIndicator(
  { indicator, measure, figures }: IndicatorWithFigures,
  section: string,
  { audience, exact, inputs, shown, findings, comparators }: Judging,
): ScoredIndicator {
  const wanted = indicator.comparators;
  const beside = comparators(measure, { window: indicator.window, end: exact.period.end });
  const own = withPrinted(beside, indicator);
  return judgeIndicator({
    section,
    indicator,
    measure,
    card: exact.scorecard,
    period: exact.period,
    history: figures.flatMap((figure) => shown.get(placeOf(figure)) ?? []),
    set: inputs.targets.find(({ reference }) => reference === indicator.reference) ?? null,
    judgement: inputs.ratings.find(({ reference }) => reference === indicator.reference) ?? null,
    notes: inputs.notes.filter(
      (note) => note.measure === measure.id && (note.window === null || note.window === indicator.window),
    ),
    comparators: wanted === undefined ? own : own.filter(({ group }) => wanted.includes(group)),
    reconciliation: findings.filter(({ measures }) => measures.includes(measure.id)),
    // What was hidden then must not show now in how much figures usually move.
    published: inputs.published.flatMap(({ publishedAt, figures: printed }) =>
      printed
        .filter(({ wasShown }) => wasShown || audience === "internal")
        .filter(({ figure }) => figure.measure === measure.id && figure.window === indicator.window)
        .map(({ figure }) => ({ publishedAt, figure })),
    ),
  });
}

/** Comments with what checking them finds; the public sees approved ones only, and no flags. */
function checkedComments(
  { audience, exact, sections, forPublic }: Judged,
  inputs: JudgementInputs,
): readonly CheckedComment[] {
  if (audience === "published")
    return inputs.comments.filter(({ state }) => state === "approved").map((comment) => ({ ...comment, flags: [] }));
  if (inputs.comments.length === 0) return [];
  const hidden = forPublic();
  const indicators = sections.flatMap((section) => section.indicators);
  return inputs.comments.map((comment) => {
    const facts = factsOf(indicators, {
      period: exact.period,
      subject: comment.subject,
      disclosureThreshold: inputs.settings.disclosureThreshold,
      isHidden: (_, figure) => hidden.get(placeOf(figure))?.status === "suppressed",
    });
    const answers = inputs.answers.filter((answer) => answer.comment === comment.id);
    const answerTo = (id: string): AnsweredFlag["answer"] => answers.findLast(({ flag }) => flag === id) ?? null;
    return {
      ...comment,
      flags: checkComment(comment.body, facts).map((flag) => ({ ...flag, answer: answerTo(flag.id) })),
    };
  });
}

function withComments(section: Omit<ScoredSection, "comments">, comments: readonly CheckedComment[]): ScoredSection {
  return {
    ...section,
    comments: comments.filter(({ subject }) => subject.kind === "section" && subject.section === section.title),
    indicators: section.indicators.map((scored) => ({
      ...scored,
      comments: comments.filter(
        ({ subject }) => subject.kind === "references" && subject.references.includes(scored.reference),
      ),
    })),
  };
}
