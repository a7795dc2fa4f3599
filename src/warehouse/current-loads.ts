/** Which accepted loads count now: the latest of each return in its scope, ranked so that the one to believe comes last. */
import type { Manifest } from "./manifest.ts";

/** When two returns tell of one event, the later in this list is believed; what it cannot say is filled from the others. */
export const RETURN_PRECEDENCE = [
  "local-authority-interactive-tool",
  "explore-education-statistics",
  "statistical-neighbours",
  "population",
  "dfe-daily-api",
  "area-send-annex-a",
  "annex-a",
  "sen2",
  "cin-census",
  "ssda903",
  "standard-safeguarding-dataset",
  "canonical",
  "typed-figures",
];

/** Returns of facts about every area: they belong to no authority and say nothing of how far an authority's own data goes. */
const REFERENCE_RETURNS: ReadonlySet<string> = new Set([
  "population",
  "explore-education-statistics",
  "local-authority-interactive-tool",
  "statistical-neighbours",
]);

/** Whether a load holds facts about every area rather than an authority's own records. */
export function isReference(load: Pick<Manifest, "return">): boolean {
  return REFERENCE_RETURNS.has(load.return);
}

/** Loads that count, least believed first. Within a return a later year or as-at date is believed over an earlier, then a later load. */
export function currentLoads(manifests: readonly Manifest[]): readonly Manifest[] {
  const latest = new Map<string, Manifest>();
  const kept: Manifest[] = [];
  for (const manifest of manifests) {
    if (manifest.repeats === "child" || manifest.repeats === "rows") kept.push(manifest);
    else latest.set(scopeOf(manifest), manifest);
  }
  return [...kept, ...latest.values()].sort(byBelief);
}

function scopeOf({ authority, return: returnId, repeats, year, asAt }: Manifest): string {
  return JSON.stringify([authority, returnId, repeats === "year" ? year : repeats === "as_at" ? asAt : null]);
}

function byBelief(a: Manifest, b: Manifest): number {
  return (
    RETURN_PRECEDENCE.indexOf(a.return) - RETURN_PRECEDENCE.indexOf(b.return) ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compare(a.asAt ?? "", b.asAt ?? "") ||
    compare(a.acceptedAt, b.acceptedAt) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
