/** The versions of a measure's definition: those published editions froze, those approved since, and the one in use. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { sha256 } from "../../domain/checksums.ts";
import { type Catalogue, measureNamed } from "../../measures/catalogue.ts";
import { listEditions, readEditionFile } from "../../store/edition.ts";
import type { Store } from "../../store/store.ts";
import { definitionHistory } from "../definitions/history.ts";
import { type FrozenCatalogue, unpackCatalogue } from "../frozen-catalogue.ts";
import { listPeople } from "../people/people.ts";

export type DefinitionInUse = {
  /** The first digits of the SHA-256 of its file. */
  readonly fingerprint: string;
  /** ISO moment it was first known to be in use; `null` while no edition has frozen it and nobody approved it. */
  readonly since: string | null;
  /** What put it on record: "edition vital-signs-2026-03-1", "approved by …", "in use now". */
  readonly knownFrom: string;
  /** Parts that differ from the version before; empty of the first. */
  readonly changed: readonly string[];
  /** Why, where somebody said. */
  readonly reason: string | null;
  readonly isCurrent: boolean;
};

/** A measure's file as it is in use, without its worked examples. */
export type DefinitionText = {
  readonly fingerprint: string;
  readonly text: string;
  /** The conditions as they are written there: "numerator", "working_days(start, end) <= 45". */
  readonly conditions: readonly { readonly part: string; readonly written: string }[];
};

type Known = Pick<DefinitionInUse, "since" | "knownFrom" | "reason"> & { readonly text: string };

/** Newest first; a text that stood in several editions is one version. @throws AppError MEASURE_UNKNOWN */
export async function definitionVersions(
  store: Store,
  catalogue: Catalogue,
  { measure, folders }: { readonly measure: string; readonly folders: readonly string[] },
): Promise<readonly DefinitionInUse[]> {
  const { file } = measureNamed(catalogue, measure);
  const [frozen, approved, people] = await Promise.all([
    frozenTexts(store, file),
    definitionHistory(store, measure),
    listPeople(store),
  ]);
  const names = new Map(people.map(({ email, name }) => [email, name]));
  const named = (actors: string): string =>
    actors
      .split(", ")
      .map((actor) => names.get(actor) ?? actor)
      .join(" and ");
  const dated = [
    ...frozen,
    ...approved.map(({ content, at, author, approver, reason }): Known & { readonly since: string } => ({
      text: content,
      since: at,
      knownFrom: `drafted by ${named(author)}, approved by ${named(approver)}`,
      reason,
    })),
  ].toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const current = textInUse(folders, file);
  const all: readonly Known[] = [...dated, { text: current, since: null, knownFrom: "in use now", reason: null }];
  return withoutRepeats(all)
    .map(({ text, ...known }, place, versions) => ({
      ...known,
      fingerprint: fingerprintOf(text),
      changed: place === 0 ? [] : changedParts(versions[place - 1]?.text ?? "", text),
      isCurrent: text === current && place === versions.length - 1,
    }))
    .toReversed();
}

/** The definition in use, for printing. @throws AppError MEASURE_UNKNOWN */
export function definitionText(catalogue: Catalogue, measure: string, folders: readonly string[]): DefinitionText {
  const text = textInUse(folders, measureNamed(catalogue, measure).file);
  const examples = text.search(/^examples:/m);
  return {
    fingerprint: fingerprintOf(text),
    text: (examples < 0 ? text : text.slice(0, examples)).trimEnd(),
    conditions: conditionsIn(partsOf(text)),
  };
}

function conditionsIn(parts: Readonly<Record<string, unknown>>): DefinitionText["conditions"] {
  const whereOf = (part: unknown): unknown =>
    typeof part === "object" && part !== null && "where" in part ? part.where : undefined;
  return [
    { part: "only", written: whereOf(parts.cohort) },
    { part: "numerator", written: parts.numerator },
    { part: "denominator, only", written: whereOf(parts.denominator) },
    { part: "value", written: parts.value },
  ].flatMap(({ part, written }) => (typeof written === "string" ? [{ part, written: written.trim() }] : []));
}

/** Parts of a definition whose words differ, by their names in the file. */
export function changedParts(before: string, after: string): readonly string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (part) => JSON.stringify(old[part]) !== JSON.stringify(now[part]),
  );
}

function partsOf(text: string): Readonly<Record<string, unknown>> {
  const read: unknown = parse(text);
  return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
}

/** Neighbours in time that are the same text are one version, known from the first of them. */
function withoutRepeats(all: readonly Known[]): readonly Known[] {
  return all.filter(({ text }, place) => place === 0 || text !== all[place - 1]?.text);
}

async function frozenTexts(store: Store, file: string): Promise<readonly (Known & { readonly since: string })[]> {
  const editions = await listEditions(store);
  const texts = await Promise.all(
    editions.map(async ({ id, publishedAt }) => {
      const frozen = unpackCatalogue(await readEditionFile(store, id, "internal/catalogue.json.gz"));
      const text = lastOf(frozen, file);
      return text === undefined ? [] : [{ text, since: publishedAt, knownFrom: `edition ${id}`, reason: null }];
    }),
  );
  return texts.flat();
}

/** The number a path begins with is the place of its folder; the last wins. */
function lastOf(frozen: FrozenCatalogue, file: string): string | undefined {
  const path = Object.keys(frozen)
    .filter((name) => name.slice(name.indexOf("/") + 1) === file)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .at(-1);
  return path === undefined ? undefined : frozen[path];
}

function textInUse(folders: readonly string[], file: string): string {
  const path = folders.map((folder) => join(folder, file)).findLast((one) => existsSync(one));
  return path === undefined ? "" : readFileSync(path, "utf8");
}

function fingerprintOf(text: string): string {
  return sha256(Buffer.from(text, "utf8")).slice(0, 12);
}
