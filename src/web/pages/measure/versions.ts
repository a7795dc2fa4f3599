/** Versions of a definition as lines of a table. */
import { longInstant } from "../../words.ts";
import type { MeasureAnswer } from "./answer.ts";

export type VersionLine = {
  readonly fingerprint: string;
  readonly since: string;
  readonly knownFrom: string;
  /** "First version on record.", "Changed: numerator, definition." */
  readonly change: string;
};

/** Newest first, as given. */
export function presentVersions(versions: MeasureAnswer["versions"]): readonly VersionLine[] {
  return versions.map(({ fingerprint, since, knownFrom, changed, reason, isCurrent }, place) => {
    const isFirst = place === versions.length - 1;
    const what =
      changed.length > 0
        ? `Changed: ${changed.join(", ")}.`
        : isFirst
          ? "First version on record."
          : "Only its wording in the file changed.";
    return {
      fingerprint: isCurrent ? `${fingerprint} (in use)` : fingerprint,
      since: since === null ? "Now" : longInstant(since),
      knownFrom: `${knownFrom[0]?.toUpperCase() ?? ""}${knownFrom.slice(1)}`,
      change: [what, reason ?? ""].filter((part) => part !== "").join(" "),
    };
  });
}
