/** What a target leaves unsaid once it is read: whether beyond its range is good (requirements 94, 1.16), and which side of a number alone is good. */
import type { Polarity } from "../measure.ts";
import type { JudgementDefect } from "./bands.ts";
import type { Target } from "./target.ts";
import { shownTarget } from "./write-target.ts";

/** Defects of a target for a measure; it can still be judged inside its range. */
export function unsaidInTarget(target: Target, polarity: Polarity): readonly JudgementDefect[] {
  const hasNoSide = (target.kind === "level" || target.kind === "duration") && target.side === "by-polarity";
  if (hasNoSide && polarity === "neutral") return [noPolarity(target)];
  const isUnsaid = target.kind === "range" && target.beyondGoodEnd === "unsaid" && polarity !== "neutral";
  return isUnsaid ? [unsaid(target, polarity)] : [];
}

function unsaid(target: Extract<Target, { kind: "range" }>, polarity: Polarity): JudgementDefect {
  const [beyond, end] = polarity === "high-is-good" ? ["above", target.high] : ["below", target.low];
  const proposed = shownTarget({ ...target, beyondGoodEnd: "meets" });
  return {
    code: "TARGET_RANGE_UNSAID",
    place: "target",
    message: `The target "${shownTarget(target)}" does not say whether ${beyond} ${end} meets it.`,
    remedy: `Write "${proposed}" if it does, or "${shownTarget({ ...target, beyondGoodEnd: "misses" })}" if it does not.`,
    proposed,
  };
}

function noPolarity(target: Target): JudgementDefect {
  return {
    code: "TARGET_NO_POLARITY",
    place: "target",
    message: `The target "${shownTarget(target)}" is a number alone and the measure does not say whether high or low is good.`,
    remedy: 'Write "at least" or "at most" before it, or give the measure a polarity.',
  };
}
