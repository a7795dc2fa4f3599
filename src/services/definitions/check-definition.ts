/** Checks the text of a definition being drafted: everything wrong with it, and for a measure what its worked examples give. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AppError } from "../../domain/errors.ts";
import type { Measure } from "../../domain/measure.ts";
import { type Catalogue, readCatalogue } from "../../measures/catalogue.ts";
import type { DefinitionFault } from "../../measures/definition-fault.ts";
import { checkPublished } from "../../measures/read-comparators.ts";
import { tryMeasure } from "../../measures/read-measure.ts";
import { readReconciliation } from "../../measures/read-reconciliation.ts";
import { readScorecard } from "../../measures/read-scorecard.ts";
import { checkTarget } from "../typed.ts";
import type { Workspace } from "../workspace.ts";
import { tableFaults } from "./check-table.ts";
import type { DefinitionKind } from "./kinds.ts";
import { readTargetText } from "./target-text.ts";
import { type ExampleRun, runWorkedExamples } from "./worked-examples.ts";

export type DraftedText = {
  readonly kind: DefinitionKind;
  readonly subject: string;
  readonly path: string;
  readonly content: string;
  readonly base: string | null;
};

export type DefinitionCheck = {
  readonly faults: readonly DefinitionFault[];
  /** The measure as read, where the draft is one and nothing is wrong. */
  readonly measure: Measure | null;
  /** Empty for everything but measures. */
  readonly examples: readonly ExampleRun[];
};

/** Checks of the latest drafts: a page saved is checked, then shown, then submitted, and its examples are run once. */
const remembered = new Map<string, Promise<DefinitionCheck>>();
const MOST_REMEMBERED = 50;

/** Checks a draft; a draft nothing is wrong with can be submitted. */
export async function checkDefinition(workspace: Workspace, draft: DraftedText): Promise<DefinitionCheck> {
  const { kind, subject, path, content, base } = draft;
  const key = JSON.stringify([workspace.fingerprint, kind, subject, path, content, base]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  const fresh = freshCheck(workspace, draft);
  remembered.set(key, fresh);
  // A failed answer must not be given again.
  fresh.catch(() => remembered.delete(key));
  return fresh;
}

async function freshCheck(workspace: Workspace, draft: DraftedText): Promise<DefinitionCheck> {
  const { catalogue } = workspace;
  if (draft.kind !== "measure") return { faults: faultsOf(catalogue, draft), measure: null, examples: [] };
  const read = measureOf(catalogue, draft);
  if ("faults" in read) return { faults: read.faults, measure: null, examples: [] };
  return { faults: [], measure: read.measure, examples: await runWorkedExamples(workspace, read.measure) };
}

/** The measure a draft's text defines, or what is wrong with it. */
export function measureOf(
  catalogue: Catalogue,
  { path, content }: Pick<DraftedText, "path" | "content">,
): { readonly measure: Measure } | { readonly faults: readonly DefinitionFault[] } {
  const read = tryMeasure(content, path, catalogue.schema);
  if ("faults" in read) return read;
  const [fault] = told(() => checkPublished(read.measure, catalogue.published));
  return fault === undefined ? read : { faults: [{ ...fault, path: ["published"] }] };
}

/** What the whole catalogue would say of a file put in place: a scorecard may show a window that a measure no longer has. */
export function catalogueFaults(
  folders: readonly string[],
  { path, content }: Pick<DraftedText, "path" | "content">,
): readonly DefinitionFault[] {
  const folder = mkdtempSync(join(tmpdir(), "waymark-definition-"));
  try {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    return told(() => readCatalogue([...folders, folder]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsOf(
  catalogue: Catalogue,
  { kind, subject, path, content, base }: DraftedText,
): readonly DefinitionFault[] {
  switch (kind) {
    case "scorecard":
      return told(() => readScorecard(content, path, catalogue.measures));
    case "rule":
      return told(() => readReconciliation(content, path, catalogue.measures));
    case "target":
      return targetFaults(catalogue, subject, content);
    case "measure":
      return [];
    default:
      return tableFaults(kind, content, base);
  }
}

function targetFaults(catalogue: Catalogue, subject: string, content: string): readonly DefinitionFault[] {
  const read = readTargetText(content);
  if ("faults" in read) return read.faults;
  const { target, bands } = read.parts;
  const [scorecard = "", ...rest] = subject.split(" ");
  const { defects } = checkTarget(catalogue, { scorecard, reference: rest.join(" "), target, bands });
  return defects.map(({ place, message, remedy }) => ({
    line: null,
    path: [place === "target" ? "target" : "bands", place],
    message: `${message} ${remedy}`,
  }));
}

/** The sentence of what is thrown, with its line where it names one. */
function told(run: () => unknown): readonly DefinitionFault[] {
  try {
    run();
    return [];
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    const message = fault.message.replace(/^catalogue\/\S+ ?(line \d+)?: /, "");
    const line = /line (\d+)/.exec(fault.message)?.[1];
    return [{ line: line === undefined ? null : Number(line), path: [], message }];
  }
}
