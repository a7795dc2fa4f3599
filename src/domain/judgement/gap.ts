/** How a figure stands beside another thing than its own past: its target, its neighbours, England. */
import type { ScoredIndicator } from "../scored-indicator.ts";
import { changeWords } from "./change-words.ts";
import type { Direction, DirectionMeaning } from "./direction.ts";

/** What a figure may stand beside. */
export const BESIDE = ["target", "neighbours", "england"] as const;
export type Beside = (typeof BESIDE)[number];

export type Gap = Pick<Direction, "arrow" | "meaning" | "sentence">;

type Scored = Pick<ScoredIndicator, "value" | "state" | "measure" | "target" | "comparators">;
type Other = { readonly value: number; readonly name: string; readonly shown: string };

const NAMES: Readonly<Record<Beside, string>> = {
  target: "the target",
  neighbours: "statistical neighbours",
  england: "England",
};

/** The difference of the latest figure from one of those, and whether it is good; from unrounded values. */
export function gapTo(scored: Scored, beside: Beside): Gap {
  const { value, measure } = scored;
  if (scored.state !== "value" || value === null) return cannot("there is no figure for this period");
  const other = otherOf(scored, beside);
  if (typeof other === "string") return cannot(other);
  const words = changeWords(other.value, value, measure);
  const place = `${other.name} (${other.shown})`;
  if (words === "no change") return { arrow: "level", meaning: "similar", sentence: `The same as ${place}.` };
  const isAbove = words.startsWith("up ");
  const meaning = meaningOf(isAbove, measure.polarity);
  return {
    arrow: isAbove ? "up" : "down",
    meaning,
    sentence: `${words.replace(/^(up|down) /, "")} ${isAbove ? "above" : "below"} ${place}. ${judgedWords(meaning, measure.polarity)}`,
  };
}

/** The other value, or why there is none. */
function otherOf({ target, comparators }: Scored, beside: Beside): Other | string {
  if (beside === "target") {
    if (target.target.kind !== "level")
      return target.shown === "" ? "no target is set" : "the target is not one number";
    return { value: target.target.value, name: NAMES.target, shown: target.shown };
  }
  const found = comparators.find(({ group, value }) => group === beside && value !== null);
  if (found === undefined || found.value === null) return `no figure of ${NAMES[beside]} is known`;
  return { value: found.value, name: NAMES[beside], shown: `${found.shown} in ${found.period}` };
}

function meaningOf(isAbove: boolean, polarity: Scored["measure"]["polarity"]): DirectionMeaning {
  if (polarity === "neutral") return "changed";
  return isAbove === (polarity === "high-is-good") ? "improving" : "worse";
}

function judgedWords(meaning: DirectionMeaning, polarity: Scored["measure"]["polarity"]): string {
  if (meaning === "changed") return "Neither high nor low is good.";
  return `${meaning === "improving" ? "Better" : "Worse"} (${polarity === "high-is-good" ? "high" : "low"} is good).`;
}

function cannot(why: string): Gap {
  return { arrow: "none", meaning: "cannot-compare", sentence: `Cannot compare: ${why}.` };
}
