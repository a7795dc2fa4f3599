/** What the page of a load that waits prints: each return found, how it differs from the load before, issues, and what may be done. */
import type { LoadDifference } from "../../../services/data/compare-loads.ts";
import type { IssueFilter } from "../../../services/data/load-issues.ts";
import type { PartLookedAt, StagedLookedAt } from "../../../services/data/staged-view.ts";
import type { SummaryRow } from "../../components/summary-list/summary-list.tsx";
import { countOf, longDate, longInstant } from "../../words.ts";
import { type IssuesView, presentIssues } from "./present-issues.ts";

export type StagedPartView = {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly SummaryRow[];
  /** What happens to earlier loads if it is accepted. */
  readonly effect: string;
  readonly difference: {
    readonly caption: string;
    readonly of: LoadDifference;
    readonly isAddition: boolean;
  } | null;
};

export type StagedView = {
  readonly id: string;
  readonly title: string;
  readonly sent: string;
  readonly parts: readonly StagedPartView[];
  readonly issues: IssuesView;
  readonly basis: string;
  readonly hindrance: StagedLookedAt["hindrance"];
  /** What accepting does, in a sentence: how many rows are kept and left out. */
  readonly accepting: string;
};

/** The view of a staged load that waits. */
export function presentStaged(looked: StagedLookedAt, filter: IssueFilter): StagedView {
  const { staged, parts, issues, basis, hindrance } = looked;
  const address = `/data/staged/${staged.id}`;
  const refused = parts.reduce((sum, { manifest }) => sum + manifest.rowsRefused, 0);
  const kept = parts.reduce((sum, part) => sum + rowsOf(part), 0);
  return {
    id: staged.id,
    title: parts.length === 1 ? titleOf(parts[0]) : `${countOf(parts.length, "return")} to accept or refuse`,
    sent: `Sent by ${staged.by} on ${longInstant(staged.at)}.`,
    parts: parts.map(presentPart),
    issues: presentIssues(issues, { address, csv: `${address}/issues.csv`, filter }),
    basis,
    hindrance,
    accepting:
      refused === 0
        ? `Accepting keeps all ${countOf(kept, "row")}.`
        : `Accepting keeps ${countOf(kept, "row")} and leaves out ${countOf(refused, "row")} of the files that cannot be kept.`,
  };
}

function titleOf(part: PartLookedAt | undefined): string {
  if (part === undefined) return "Load";
  const { title, year } = part.manifest;
  return year === undefined ? title : `${title} ${year}`;
}

function rowsOf({ manifest }: PartLookedAt): number {
  return Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0);
}

function presentPart(part: PartLookedAt): StagedPartView {
  const { manifest, earlier } = part;
  return {
    id: manifest.id,
    title: titleOf(part),
    facts: [
      { key: "Authority", value: manifest.authority },
      { key: "Last day of the data", value: manifest.asAt === undefined ? "Not stated" : longDate(manifest.asAt) },
      { key: "Files", value: manifest.files.map(({ name }) => name).join(", ") },
      { key: "Read", value: countOf(manifest.rowsRead, "row") },
      { key: "Cannot be kept", value: countOf(manifest.rowsRefused, "row") },
      {
        key: "Would be kept",
        value: `${countOf(rowsOf(part), "row")} in ${countOf(Object.keys(manifest.tables).length, "table")}`,
      },
    ],
    effect: effectOf(part),
    difference:
      earlier === null
        ? null
        : {
            caption: `Beside the load of ${longInstant(earlier.manifest.acceptedAt)}`,
            of: earlier.difference,
            isAddition: !earlier.isReplaced,
          },
  };
}

function effectOf({ isRefused, alreadyLoaded, earlier, manifest }: PartLookedAt): string {
  if (isRefused) return "Nothing usable was found in these files: the load cannot be accepted.";
  if (alreadyLoaded !== null) return "Exactly these files count already: there is nothing to add.";
  if (earlier === null) return "This is the first load of this return.";
  const when = longInstant(earlier.manifest.acceptedAt);
  if (earlier.isReplaced)
    return `Once accepted, it stands in place of the load of ${when}, which is kept but no longer counts.`;
  if (manifest.repeats === "rows" || manifest.repeats === "child")
    return `It adds to what is loaded: the load of ${when} goes on counting where this one says nothing.`;
  return `The load of ${when} is of another year or day and goes on counting beside it.`;
}
