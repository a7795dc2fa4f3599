/** Rules of rating and direction as one line of text, and read back from it: a tidy row says how it was judged. */
import { BAND_NAMES, type BandName } from "../judgement/bands.ts";
import type { DirectionRule } from "../judgement/direction.ts";
import { RATING_WORDS, type RatingRule, type RatingWord } from "../judgement/rating.ts";

/** "relative-tolerance 15 zero 0", "absolute-tolerance 2", "bands inadequate=red good=green …", "monitor". */
export function writeRatingRule(rule: RatingRule): string {
  switch (rule.kind) {
    case "relative-tolerance":
      return `${rule.kind} ${rule.tolerance} zero ${rule.zeroTolerance}`;
    case "absolute-tolerance":
      return `${rule.kind} ${rule.tolerance}`;
    case "bands":
      return [rule.kind, ...BAND_NAMES.map((name) => `${name}=${rule.ratings[name]}`)].join(" ");
    default:
      return rule.kind;
  }
}

/** "sign 0.5", "two-state". */
export function writeTravelRule(rule: DirectionRule): string {
  return "tolerance" in rule ? `${rule.kind} ${rule.tolerance}` : rule.kind;
}

/** `null` when the text is no rule. */
export function readRatingRule(text: string): RatingRule | null {
  const [kind, ...settings] = text.trim().split(/\s+/);
  const tolerance = Number(settings[0]);
  switch (kind) {
    case "relative-tolerance":
      return isTolerance(tolerance) ? { kind, tolerance, zeroTolerance: Number(settings[2] ?? 0) || 0 } : null;
    case "absolute-tolerance":
      return isTolerance(tolerance) ? { kind, tolerance } : null;
    case "bands": {
      const ratings = bandRatings(settings);
      return ratings === null ? null : { kind, ratings };
    }
    case "assurance":
    case "judgement":
    case "monitor":
      return { kind };
    default:
      return null;
  }
}

/** `null` when the text is no rule. */
export function readTravelRule(text: string): DirectionRule | null {
  const [kind, setting] = text.trim().split(/\s+/);
  if (kind === "two-state" || kind === "signal") return { kind };
  const tolerance = Number(setting);
  return (kind === "sign" || kind === "sign-and-level") && isTolerance(tolerance) ? { kind, tolerance } : null;
}

function isTolerance(number: number): boolean {
  return Number.isFinite(number) && number >= 0;
}

function bandRatings(settings: readonly string[]): Readonly<Record<BandName, RatingWord>> | null {
  const said = new Map(settings.map((setting) => setting.split("=") as [string, string]));
  const ratings = BAND_NAMES.map((name) => [name, RATING_WORDS.find((word) => word === said.get(name))] as const);
  if (ratings.some(([, word]) => word === undefined)) return null;
  return Object.fromEntries(ratings) as Record<BandName, RatingWord>;
}
