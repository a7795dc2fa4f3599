/** Why a figure differs from what an edition printed: late recording, a new load, another definition, or a typed figure. */
import type { CardDifference } from "../domain/card-differences.ts";
import type { ChangeCause, EditionChange } from "../domain/edition.ts";
import type { Figure } from "../domain/figure.ts";
import { parsePeriod, parseWindow } from "../domain/period.ts";
import { runFigures } from "../engine/run-figures.ts";
import { measureNamed } from "../measures/catalogue.ts";
import { caseDifferences } from "./case-differences.ts";
import { tablesRead } from "./tables-read.ts";
import type { Workspace } from "./workspace.ts";

/** The three states compared. */
export type ThreeStates = {
  readonly authority: string;
  /** The edition's loads and definitions. */
  readonly frozen: Workspace;
  /** Today's loads with the edition's definitions: what data alone has changed. */
  readonly reloaded: Workspace;
  readonly today: Workspace;
};

/** Lists are compared for this many figures; beyond it the sentence says only what the numbers say. */
const LISTS_COMPARED = 100;

/** Each difference with its causes and a sentence. */
export async function explainDifferences(
  differences: readonly CardDifference[],
  states: ThreeStates,
): Promise<readonly EditionChange[]> {
  const explained: EditionChange[] = [];
  let compared = 0;
  for (const difference of differences) {
    const { causes, sentence } =
      difference.what === "value"
        ? await whyValue(difference, states, compared++ < LISTS_COMPARED)
        : whyJudgement(difference, differences);
    const { reference, title, what, period, before, after } = difference;
    explained.push({ reference, title, what, period, before, after, causes, sentence });
  }
  return explained;
}

type Why = { readonly causes: readonly ChangeCause[]; readonly sentence: string };

async function whyValue(difference: CardDifference, states: ThreeStates, looksAtCases: boolean): Promise<Why> {
  const { frozen, reloaded, today } = states;
  if (!today.catalogue.measures.has(difference.measure) || !frozen.catalogue.measures.has(difference.measure))
    return { causes: ["definition"], sentence: "The measure itself was put in or taken out of the catalogue." };
  const [then, dataOnly, now] = await Promise.all(
    [frozen, reloaded, today].map((workspace) => figureIn(workspace, difference, states.authority)),
  );
  const why: Why[] = [];
  if (numbers(then) !== numbers(dataOnly)) why.push(await whyData(difference, states, looksAtCases));
  if (numbers(dataOnly) !== numbers(now))
    why.push({
      causes: ["definition"],
      sentence: `The definition changed: with the edition's definition it would be ${dataOnly?.shown ?? "no figure"}.`,
    });
  if (why.length === 0)
    return { causes: ["judgement"], sentence: "The numbers are the same; what is said of them has changed." };
  return {
    causes: why.flatMap(({ causes }) => causes),
    sentence: why.map(({ sentence }) => sentence).join(" "),
  };
}

async function whyData(
  { measure: id, window, period }: CardDifference,
  { frozen, reloaded, authority }: ThreeStates,
  looksAtCases: boolean,
): Promise<Why> {
  const measure = measureNamed(frozen.catalogue, id);
  const tables = tablesRead(frozen.catalogue, measure);
  const known = new Set(frozen.manifests.map((manifest) => manifest.id));
  const fresh = reloaded.manifests.filter(
    (manifest) => !known.has(manifest.id) && tables.some((table) => (manifest.tables[table]?.rows ?? 0) > 0),
  );
  const brought =
    fresh.length === 0
      ? ""
      : ` ${fresh.length === 1 ? "Load" : "Loads"} since: ${fresh.map((load) => load.id).join(", ")}.`;
  if (measure.shape.kind === "by-hand")
    return { causes: ["typed"], sentence: `The figure was typed in again.${brought}` };
  const hadReturn = fresh.some((load) => frozen.manifests.some((manifest) => manifest.return === load.return));
  const causes: readonly ChangeCause[] = [hadReturn ? "late-recording" : "new-load"];
  const cases = looksAtCases
    ? await caseDifferences(frozen, reloaded, { measure: id, window: parseWindow(window), period, authority })
    : null;
  if (cases === null) return { causes, sentence: `The records behind it changed.${brought}` };
  const told = [
    cases.added > 0 ? `${cases.added} recorded since` : "",
    cases.removed > 0 ? `${cases.removed} no longer there` : "",
    cases.changed > 0 ? `${cases.changed} recorded differently` : "",
  ].filter((words) => words !== "");
  return {
    causes,
    sentence: `${told.length === 0 ? "The records behind it changed" : `Cases behind it: ${told.join(", ")}`}.${brought}`,
  };
}

/** A judgement follows from its figure where that changed; otherwise someone changed what it is judged by. */
function whyJudgement(difference: CardDifference, all: readonly CardDifference[]): Why {
  const { what, reference } = difference;
  if (what === "comparator")
    return { causes: ["comparator"], sentence: "Other published figures have been loaded since." };
  if (what === "target") return { causes: ["target"], sentence: "The target was changed since." };
  if (what === "placed" || what === "removed")
    return {
      causes: ["placement"],
      sentence: `The indicator was ${what === "placed" ? "put on" : "taken off"} the scorecard since.`,
    };
  const follows = all.filter((other) => other.reference === reference && ["value", "target"].includes(other.what));
  const causes = [
    ...new Set(follows.map((other): ChangeCause => (other.what === "target" ? "target" : "late-recording"))),
  ];
  return follows.length === 0
    ? { causes: ["judgement"], sentence: "The rule or a person's judgement changed since." }
    : { causes: causes.length === 0 ? ["judgement"] : causes, sentence: "It follows from the change above." };
}

async function figureIn(
  workspace: Workspace,
  { measure, window, period }: CardDifference,
  authority: string,
): Promise<Figure | undefined> {
  const { database, columns, population, holdings } = await workspace.open();
  const [figure] = await runFigures(database, [measureNamed(workspace.catalogue, measure)], {
    periods: [parsePeriod(period, parseWindow(window))],
    by: null,
    authorities: [authority],
    columns,
    population,
    holdings,
  });
  return figure;
}

function numbers(figure: Figure | undefined): string {
  return JSON.stringify([figure?.status, figure?.numerator, figure?.denominator, figure?.value, figure?.shown]);
}
