/** Writes a target in its one canonical form, which `parseTarget` reads back to the same target. */
import type { Unit } from "../measure.ts";
import { withThousands } from "../rounding.ts";
import type { Target, TargetSide } from "./target.ts";

const SIDE_WORDS: Readonly<Record<TargetSide, string>> = {
  "at-least": "at least ",
  above: "above ",
  "at-most": "at most ",
  below: "below ",
  "by-polarity": "",
};
const BEYOND_WORDS = { meets: " or better", misses: " and not beyond", unsaid: "" } as const;
const COMPARATOR_WORDS = { region: "regional", england: "national", neighbours: "statistical neighbour" } as const;

/** "at least 90%", "90% to 95% or better", "6 per month", "5% reduction from baseline", "below regional average", "Monitor"; empty where none is set. */
export function shownTarget(target: Target, unit?: Unit): string {
  switch (target.kind) {
    case "level":
      return `${SIDE_WORDS[target.side]}${inUnit(target.value, target.isPercent, unit)}`;
    case "range": {
      const ends = [target.low, target.high].map((end) => inUnit(end, target.isPercent));
      return `${ends.join(" to ")}${BEYOND_WORDS[target.beyondGoodEnd]}`;
    }
    case "activity":
      return `${written(target.value)} per ${target.per}`;
    case "duration": {
      const words = target.unit.replace("-", " ");
      return `${SIDE_WORDS[target.side]}${written(target.value)} ${target.value === 1 ? words.replace(/s$/, "") : words}`;
    }
    case "change":
      return target.wanted === "increase" ? "Increase" : "Decrease";
    case "relative": {
      const wanted = target.wanted === "increase" ? "increase" : "reduction";
      return `${written(target.percent)}% ${wanted} from ${target.from === "baseline" ? "baseline" : "previous year"}`;
    }
    case "comparator":
      return `${target.side} ${COMPARATOR_WORDS[target.of]} average`;
    case "monitor":
      return "Monitor";
    case "new":
      return "New";
    case "none":
      return "";
  }
}

function inUnit(value: number, isPercent: boolean, unit?: Unit): string {
  if (isPercent) return `${written(value)}%`;
  if (unit === "rate-per-10000") return `${written(value)} per 10,000`;
  return unit === "rate-per-100000" ? `${written(value)} per 100,000` : written(value);
}

function written(value: number): string {
  return withThousands(String(value));
}
