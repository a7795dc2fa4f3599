/** What a report is about, looked up once: the card as judged or as frozen, the edition before it, one indicator, packs of teams. */
import type { EditionDocument } from "../../domain/edition.ts";
import { AppError } from "../../domain/errors.ts";
import { parsePeriod } from "../../domain/period.ts";
import type { ReportTemplate } from "../../domain/report/template.ts";
import { type Audience, indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { scorecardNamed } from "../../measures/catalogue.ts";
import { latestEdition, listEditions, type StoredEdition } from "../../store/edition.ts";
import { type FrozenEdition, readFrozenEdition } from "../edition-workspace.ts";
import { NO_INPUTS } from "../judgement-inputs.ts";
import { cardsHolding } from "../measure/typed-on-measure.ts";
import { readJudgementInputs } from "../read-judgement-inputs.ts";
import { latestPeriod, scoreScorecard } from "../score-scorecard.ts";
import { frozenDefinitions } from "./frozen-definitions.ts";
import type { ReportContext, ReportQuestion, Subject } from "./making.ts";
import { withholdTelltales } from "./withhold.ts";

type Asked = { readonly template: ReportTemplate; readonly question: ReportQuestion; readonly audience: Audience };

/** @throws AppError USAGE naming what the question lacks; SCORECARD_UNKNOWN, EDITION_UNKNOWN, PERIOD_INVALID */
export async function readSubject(context: ReportContext, asked: Asked): Promise<Subject> {
  if (asked.template.subject === "challenge") return packsOf(context, asked);
  const { card, edition, inputs, definitions, withheld, waiting } = await cardAsked(context, asked);
  const earlier = await earlierEdition(context, asked, { card, edition: edition?.id ?? null });
  if (asked.template.subject === "editions" && earlier === null)
    throw usage(
      "There is no earlier edition to compare with.",
      "Publish the scorecard first, or name one: --against EDITION.",
    );
  const about = { authority: card.authority, card, inputs, definitions, withheld, waiting };
  return { ...about, edition, earlier, indicator: indicatorAsked(card, asked), packs: [] };
}

async function packsOf({ packs, workspace }: ReportContext, { question, audience }: Asked): Promise<Subject> {
  // A pack's small numbers are true ones, and nothing takes them out.
  if (audience !== "internal")
    throw usage("Packs of teams are never public.", "Leave the audience out, or ask for an internal copy.");
  const teams = question.teams ?? [];
  if (teams.length === 0) throw usage("A challenge pack needs its teams.", "Name them: --team NAME, once for each.");
  if (packs === undefined)
    throw new AppError(
      "NOT_ALLOWED",
      "You may not see packs of teams.",
      "Ask for the role that runs challenge sessions.",
    );
  const authority = question.authority ?? (await workspace.open()).authorities.join(", ");
  const without = { card: null, inputs: NO_INPUTS, edition: null, earlier: null, indicator: null };
  const nothing = { withheld: [], waiting: new Set<string>() };
  return { ...without, ...nothing, authority, definitions: workspace.catalogue, packs: await packs(teams) };
}

type CardAsked = Pick<Subject, "inputs" | "edition" | "definitions" | "withheld" | "waiting"> & {
  readonly card: ScoredCard;
};

/** A named edition's frozen card; for the public the latest edition's where there is one; otherwise judged as data and words stand now. */
async function cardAsked(context: ReportContext, { template, question, audience }: Asked): Promise<CardAsked> {
  const { workspace, store } = context;
  if (question.edition !== undefined) return frozenCard(context, question.edition, audience);
  const scorecard = question.scorecard ?? scorecardOf(context, template, question.measure);
  const period =
    question.period ?? (await latestPeriod(workspace, scorecard, new Date(`${question.madeOn}T12:00:00Z`)));
  const place = { scorecard, period: canonicalPeriod(context, scorecard, period) };
  if (audience === "published") {
    const published = await latestEdition(store, place);
    if (published !== null) return frozenCard(context, published.id, audience);
  }
  const inputs = await readJudgementInputs(store, workspace.catalogue, place);
  const asked = { ...place, ...(question.authority === undefined ? {} : { authority: question.authority }) };
  const card = await scoreScorecard(workspace, inputs, { ...asked, audience });
  const without = { inputs, definitions: workspace.catalogue, edition: null };
  if (audience === "internal") return { ...without, card, withheld: [], waiting: waitingOn(card) };
  const internal = await scoreScorecard(workspace, inputs, { ...asked, audience: "internal" });
  const open = withholdTelltales({ internal, shown: card, inputs });
  return { ...without, card: open.card, withheld: open.gaps, waiting: waitingOn(internal) };
}

function waitingOn(card: ScoredCard): ReadonlySet<string> {
  const waiting = indicatorsOf(card).filter(({ comments }) => comments.some(({ state }) => state !== "approved"));
  return new Set(waiting.map(({ reference }) => reference));
}

async function frozenCard(context: ReportContext, id: string, audience: Audience): Promise<CardAsked> {
  const kept = await readFrozenEdition(context.store, id);
  const definitions = frozenDefinitions(context.workspace, kept);
  const { inputs, document } = kept;
  return {
    card: cardFor(kept, audience),
    inputs,
    definitions,
    edition: document.facts,
    withheld: [],
    waiting: new Set(),
  };
}

function cardFor({ document, internal }: FrozenEdition, audience: Audience): ScoredCard {
  return audience === "published" ? document.card : internal;
}

function canonicalPeriod({ workspace }: ReportContext, id: string, period: string): string {
  const scorecard = scorecardNamed(workspace.catalogue, id);
  return parsePeriod(period, scorecard.period === "month" ? "in-month" : scorecard.period).id;
}

function scorecardOf({ workspace }: ReportContext, { title }: ReportTemplate, measure: string | undefined): string {
  const [holding] = measure === undefined ? [] : cardsHolding(workspace.catalogue, measure);
  if (holding !== undefined) return holding.id;
  throw usage(
    measure === undefined ? `“${title}” needs a scorecard.` : `No scorecard shows the measure "${measure}".`,
    measure === undefined ? "Name it: --scorecard ID." : "Put the measure on a scorecard first.",
  );
}

function indicatorAsked(card: ScoredCard, { template, question }: Asked): ScoredIndicator | null {
  if (template.subject !== "measure") return null;
  if (question.measure === undefined) throw usage(`“${template.title}” needs a measure.`, "Name it: --measure ID.");
  const found = indicatorsOf(card).find(
    ({ measure, reference }) => measure.id === question.measure || reference === question.measure,
  );
  if (found === undefined)
    throw usage(
      `The scorecard “${card.title}” does not show the measure "${question.measure}".`,
      "Choose a scorecard that does.",
    );
  return found;
}

type Later = { readonly card: ScoredCard; readonly edition: string | null };

/** The one named; else the newest edition of the same card that is not the one reported and not of a later period. */
async function earlierEdition(
  { store }: ReportContext,
  { question, audience }: Asked,
  { card, edition }: Later,
): Promise<EditionDocument | null> {
  const id =
    question.against ?? newestBefore(await listEditions(store, { scorecard: card.scorecard }), { card, edition })?.id;
  if (id === undefined) return null;
  const kept = await readFrozenEdition(store, id);
  if (kept.document.card.scorecard !== card.scorecard)
    throw usage(
      `${id} is an edition of “${kept.document.card.title}”, and the report is about “${card.title}”.`,
      "Compare two editions of one scorecard.",
    );
  if (id === edition)
    throw usage(`${id} would be compared with itself.`, "Name an earlier edition: --against EDITION.");
  return { facts: kept.document.facts, card: cardFor(kept, audience) };
}

function newestBefore(editions: readonly StoredEdition[], { card, edition }: Later): StoredEdition | undefined {
  const own = editions.find(({ id }) => id === edition);
  return editions
    .filter(
      ({ id, period, number }) =>
        id !== edition &&
        (period < card.period.id || (period === card.period.id && (own === undefined || number < own.number))),
    )
    .toSorted((a, b) => (a.period === b.period ? b.number - a.number : a.period < b.period ? 1 : -1))[0];
}

function usage(message: string, remedy: string): AppError {
  return new AppError("USAGE", message, remedy);
}
