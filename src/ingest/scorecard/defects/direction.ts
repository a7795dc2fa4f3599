/** Directions of travel as printed: broken signs, signs that the figures contradict, and signs on what is suppressed. */
import { finding, type ImportFinding } from "../finding.ts";
import type { ImportedFigure, ImportedIndicator } from "../imported.ts";
import { type CardRead, onIndicator } from "./card.ts";

export type PrintedArrow = "up" | "down" | "level" | "broken";

/** Reads a sign; every family that is used, and words. */
export function readArrow(text: string): PrintedArrow {
  const sign = text.replace(/[\uFE0E\uFE0F\s]/g, "");
  if (/^[↑⬆⇧⇑▲△🡅🠉]$/u.test(sign) || /^(up|improv(ed|ing)|increas(ed|ing)|better)$/i.test(sign)) return "up";
  if (/^[↓⬇⇩⇓▼▽🡇🠋]$/u.test(sign) || /^(down|declin(ed|ing)|decreas(ed|ing)|worse)$/i.test(sign)) return "down";
  if (/^[→➡⇒⇨↔⬌▶►=]$/u.test(sign) || /^(level|same|static|stable|similar|nochange|flat)$/i.test(sign)) return "level";
  return "broken";
}

type Moved = {
  readonly indicator: ImportedIndicator;
  readonly arrow: PrintedArrow;
  readonly from: ImportedFigure;
  readonly to: ImportedFigure;
};

/** Looks at every printed direction. */
export function directionDefects(card: CardRead): readonly ImportFinding[] {
  const column = card.columns.find(({ role }) => role === "direction")?.heading ?? null;
  const signed = card.indicators.filter(({ direction }) => direction !== null && !/^n\/?a$/i.test(direction));
  const moved = signed.flatMap((indicator) => movementOf(indicator));
  return [
    ...signed.flatMap((indicator) => brokenArrow(indicator, column)),
    ...moved.flatMap((one) => onSuppressed(one, column)),
    ...contradictions(moved, column),
  ];
}

function brokenArrow(indicator: ImportedIndicator, column: string | null): readonly ImportFinding[] {
  if (readArrow(indicator.direction ?? "") !== "broken") return [];
  return [
    onIndicator(indicator, "ARROW_BROKEN", {
      column,
      quote: indicator.direction,
      message: `"${indicator.direction}" is no arrow: the sign, and its colour, were lost.`,
      remedy: "The direction is worked out anew from the figures.",
    }),
  ];
}

/** The two figures a direction is between: the last two of the card's own periods with anything in them. */
function movementOf(indicator: ImportedIndicator): readonly Moved[] {
  const own = indicator.figures.filter(({ period, written }) => period.window === indicator.window && written !== "");
  const [from, to] = own.slice(-2);
  const arrow = readArrow(indicator.direction ?? "");
  return from === undefined || to === undefined || arrow === "broken" ? [] : [{ indicator, arrow, from, to }];
}

function onSuppressed({ indicator, from, to }: Moved, column: string | null): readonly ImportFinding[] {
  const hidden = [from, to].filter(({ state }) => state === "suppressed");
  if (hidden.length === 0) return [];
  return [
    onIndicator(indicator, "DIRECTION_ON_SUPPRESSED", {
      column,
      quote: indicator.direction,
      message: `A direction is given though ${hidden.map((figure) => `"${figure.column}"`).join(" and ")} ${hidden.length === 1 ? "is" : "are"} suppressed: it tells of the hidden figure.`,
      remedy: "No direction is given here while a figure it rests on is suppressed.",
    }),
  ];
}

function contradictions(moved: readonly Moved[], column: string | null): readonly ImportFinding[] {
  const known = moved.flatMap((one) => {
    const change = (one.to.value ?? Number.NaN) - (one.from.value ?? Number.NaN);
    return Number.isNaN(change) ? [] : [{ ...one, change, share: shareOf(change, one.from.value) }];
  });
  const wrong = known.filter(
    ({ arrow, change }) => (arrow === "up" && change <= 0) || (arrow === "down" && change >= 0),
  );
  const steps = known.filter((one) => one.arrow !== "level" && !wrong.includes(one)).map(({ share }) => share);
  const least = Math.min(...steps);
  const untold = known.filter(({ arrow, share }) => arrow === "level" && share > least);
  const summary = finding(
    "DIRECTION_WITHOUT_TOLERANCE",
    { column },
    `No tolerance is stated: a change of ${percent(least)} counts as movement, and ${untold.length} larger ones count as level.`,
    "Set the direction rule's tolerance on the card; directions are worked out anew by it.",
  );
  return [
    ...wrong.map(({ indicator, from, to }) =>
      onIndicator(indicator, "DIRECTION_CONTRADICTED", {
        column,
        quote: indicator.direction,
        message: `The sign says ${readArrow(indicator.direction ?? "")}; the figure went from ${from.written} (${from.column}) to ${to.written} (${to.column}).`,
        remedy: "The direction is worked out anew from the figures.",
      }),
    ),
    ...(untold.length === 0 ? [] : [summary]),
    ...untold.map(({ indicator, share, from, to }) =>
      onIndicator(indicator, "DIRECTION_WITHOUT_TOLERANCE", {
        column,
        quote: indicator.direction,
        message: `Level, though ${from.written} to ${to.written} is a change of ${percent(share)}; elsewhere ${percent(least)} counts as movement.`,
        remedy: "The direction is worked out anew by the card's tolerance.",
      }),
    ),
  ];
}

function shareOf(change: number, from: number | null): number {
  if (change === 0) return 0;
  return from === null || from === 0 ? Number.POSITIVE_INFINITY : Math.abs(change / from);
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)}%` : "any size";
}
