/** Printed changes: of which kind each is, and whether it follows from the figures. */
import { finding, type ImportFinding } from "../finding.ts";
import type { ImportedIndicator } from "../imported.ts";
import { readValueCell } from "../read-value-cell.ts";
import { type CardRead, onIndicator } from "./card.ts";

type Kind = "percentage points" | "a difference" | "a percentage of the baseline";
type Told = { readonly indicator: ImportedIndicator; readonly kind: Kind; readonly printed: number };

/** Half a unit of the one decimal changes are printed to, and what the figures' own rounding adds. */
const CLOSE = 0.11;

/** Tells each printed change from baseline and latest figure. */
export function changeDefects({ indicators, columns }: CardRead): readonly ImportFinding[] {
  const read = indicators.map((indicator) => ({ indicator, ...kindOf(indicator) }));
  const told = read.filter((one): one is Told => one.kind !== null && one.kind !== "wrong");
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  const heading = columns.find(({ role }) => role === "change")?.heading ?? null;
  const wrong = read.filter(({ kind }) => kind === "wrong").map(({ indicator }) => wrongChange(indicator, heading));
  if (kinds.length < 2) return wrong;
  const usual = kinds.reduce((best, kind) => (times(told, kind) > times(told, best) ? kind : best));
  const list = kinds.map((kind) => `${times(told, kind)} are ${kind}`).join(", ");
  return [
    finding(
      "CHANGE_KINDS_MIXED",
      { column: heading, quote: heading },
      `The column holds changes of ${kinds.length} kinds: ${list}.`,
      "Changes are worked out anew here and worded by kind; the printed ones are not kept.",
    ),
    ...told
      .filter(({ kind }) => kind !== usual)
      .map(({ indicator, kind }) =>
        onIndicator(indicator, "CHANGE_KINDS_MIXED", {
          column: heading,
          quote: indicator.printedChange,
          message: `The change ${indicator.printedChange} is ${kind}, most others are ${usual}.`,
          remedy: "Nothing to do: it is worked out anew and worded by kind.",
        }),
      ),
    ...wrong,
  ];
}

function times(told: readonly Told[], kind: Kind): number {
  return told.filter((one) => one.kind === kind).length;
}

function kindOf(indicator: ImportedIndicator): { readonly kind: Kind | "wrong" | null; readonly printed: number } {
  const printed = readValueCell(indicator.printedChange ?? "")?.value ?? null;
  const { baseline } = indicator;
  const latest = indicator.figures.findLast(({ value }) => value !== null)?.value ?? null;
  if (printed === null || baseline === null || latest === null || printed === 0) return { kind: null, printed: 0 };
  const isDifference = Math.abs(latest - baseline - printed) < CLOSE;
  const isRelative = baseline !== 0 && Math.abs(((latest - baseline) * 100) / baseline - printed) < CLOSE;
  if (isDifference === isRelative) return { kind: isDifference ? null : "wrong", printed };
  if (isRelative) return { kind: "a percentage of the baseline", printed };
  return { kind: indicator.unit === "percentage" ? "percentage points" : "a difference", printed };
}

function wrongChange(indicator: ImportedIndicator, column: string | null): ImportFinding {
  const latest = indicator.figures.findLast(({ value }) => value !== null);
  return onIndicator(indicator, "CHANGE_WRONG", {
    column,
    quote: indicator.printedChange,
    message: `The change ${indicator.printedChange} follows neither as difference nor as percentage from ${indicator.baseline} and ${latest?.written}.`,
    remedy: "It is worked out anew; check the figures.",
  });
}
