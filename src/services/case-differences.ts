/** Which cases stand behind a figure now that did not before, which no longer do, and which read differently: counts, never the cases. */
import { partsOfMeasure } from "../engine/plan.ts";
import { measureNamed } from "../measures/catalogue.ts";
import { type Case, type ListQuestion, listCases } from "./list-cases.ts";
import type { Workspace } from "./workspace.ts";

export type CaseDifferences = {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Loads the added and changed cases came from. */
  readonly loads: readonly string[];
};

/** Where a row came from, not what it says. */
const PROVENANCE = new Set(["row_id", "load_id", "source_file", "source_row"]);

/**
 * Compares the lists behind one figure in two states of the data.
 *
 * @returns `null` for a measure with no cases (collected by hand)
 */
export async function caseDifferences(
  before: Workspace,
  after: Workspace,
  question: Omit<ListQuestion, "part">,
): Promise<CaseDifferences | null> {
  const measure = measureNamed(before.catalogue, question.measure);
  if (partsOfMeasure(measure) === null) return null;
  const isTwoLists = measure.shape.kind === "ratio";
  const earlier = await standingBehind(before, question, isTwoLists);
  const later = await standingBehind(after, question, isTwoLists);
  const added = [...later].filter(([key]) => !earlier.has(key));
  const changed = [...later].filter(([key, { says }]) => earlier.has(key) && earlier.get(key)?.says !== says);
  return {
    added: added.length,
    removed: [...earlier.keys()].filter((key) => !later.has(key)).length,
    changed: changed.length,
    loads: [...new Set([...added, ...changed].map(([, { load }]) => load))].sort(),
  };
}

/** Every case behind a figure: what it says, whether it meets the condition, and the load it came from. */
async function standingBehind(
  workspace: Workspace,
  question: Omit<ListQuestion, "part">,
  isTwoLists: boolean,
): Promise<ReadonlyMap<string, { readonly says: string; readonly load: string }>> {
  const met = await listCases(workspace, { ...question, part: "numerator" });
  const all = await listCases(workspace, { ...question, part: "denominator" });
  const keysMet = new Set(met.map(identity));
  // The two cohorts of a ratio are lists of different things; of a proportion the one lies within the other.
  const rows = isTwoLists
    ? [
        ...met.map((row) => [`met ${identity(row)}`, row] as const),
        ...all.map((row) => [`all ${identity(row)}`, row] as const),
      ]
    : all.map((row) => [identity(row), row] as const);
  return new Map(
    rows.map(([key, row]) => [
      key,
      { says: `${!isTwoLists && keysMet.has(key)} ${facts(row)}`, load: String(row.load_id) },
    ]),
  );
}

/** A case is known again by its person and its own ids; one with no id by all it says. */
function identity(row: Case): string {
  const ids = Object.keys(row).filter((name) => name.endsWith("_id") && !PROVENANCE.has(name));
  return ids.length > 1 ? ids.map((name) => `${name}=${row[name]}`).join(" ") : facts(row);
}

function facts(row: Case): string {
  return JSON.stringify(Object.entries(row).filter(([name]) => !PROVENANCE.has(name)));
}
