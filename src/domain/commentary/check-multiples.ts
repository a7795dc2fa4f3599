/** Checks multiples: "doubled", "nearly doubled", "halved", "more than trebled", "increased three fold", "twice as many". */

import type { Known } from "./agrees.ts";
import { changeBetweenNumbers, changeOf, trimmed } from "./change-arithmetic.ts";
import { pairsFor, shownPair } from "./comparisons.ts";
import { type IndicatorFacts, inUnit, latestFigure } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { type CheckResult, measureClaimedAt, measuresAt, type ReadComment } from "./read-comment.ts";
import type { Hedge } from "./read-numbers.ts";
import { type Span, sentenceAt } from "./sentences.ts";

type MultipleClaim = Span & { readonly times: number; readonly hedge: Hedge; readonly text: string };

const VERBS: readonly (readonly [string, number])[] = [
  ["doubl(?:ed|ing|e)", 2],
  ["twice (?:as|the|that)", 2],
  ["halv(?:ed|ing)", 0.5],
  ["trebl(?:ed|ing)|tripl(?:ed|ing)", 3],
  ["quadrupl(?:ed|ing)", 4],
];
const FOLDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const HEDGE =
  "(?:(?<over>more than|over|at least)|(?<nearly>nearly|almost|close to|just under)|(?<about>about|around|roughly|approximately))?\\s*";
const PATTERN = new RegExp(
  `\\b${HEDGE}\\b(?:${VERBS.map(([verb], index) => `(?<verb${index}>${verb})`).join("|")}|(?<fold>${Object.keys(FOLDS).join("|")}|\\d+)[-\\s]?fold|(?<times>${Object.keys(FOLDS).join("|")}|\\d+(?:\\.\\d+)?) times (?:higher|more|as (?:many|high|much)|the))\\b`,
  "gi",
);
/** Not claims of change: "double counted", "double the length of a plan" is, "double check" is not. */
const NOT_A_MULTIPLE = /^(?:double)(?:[\s-](?:count|check|glaz|bed|up|hand))/i;

/** Each multiple is compared with the quotient of the two figures its words mean. */
export function checkMultiples(comment: ReadComment): CheckResult {
  const claims = [...comment.body.matchAll(PATTERN)].flatMap((match) => claimOf(match, comment.body));
  return { findings: claims.flatMap((claim) => checkOne(comment, claim) ?? []), read: claims };
}

function claimOf(match: RegExpMatchArray, body: string): readonly MultipleClaim[] {
  const groups = match.groups ?? {};
  const start = (match.index ?? 0) + (match[0].length - match[0].trimStart().length);
  if (NOT_A_MULTIPLE.test(body.slice(start))) return [];
  const verb = VERBS.find((_, index) => groups[`verb${index}`] !== undefined);
  const counted = (groups.fold ?? groups.times ?? "").toLowerCase();
  const hedge =
    groups.over !== undefined
      ? "over"
      : groups.nearly !== undefined
        ? "nearly"
        : groups.about !== undefined
          ? "about"
          : "exactly";
  return [
    {
      start,
      end: (match.index ?? 0) + match[0].length,
      text: match[0].trim(),
      times: verb?.[1] ?? FOLDS[counted] ?? Number(counted),
      hedge,
    },
  ];
}

function checkOne(comment: ReadComment, claim: MultipleClaim): Finding | null {
  const truths = measuresAt(comment, claim.start).flatMap((indicator) =>
    pairsFor(comment, indicator, claim).flatMap((pair) => changeOf(pair, indicator)?.times ?? []),
  );
  if (truths.some((known) => fits(claim, known))) return null;
  const indicator = measureClaimedAt(comment, claim.start);
  const pair = indicator === null ? undefined : pairsFor(comment, indicator, claim)[0];
  const times = indicator === null || pair === undefined ? null : (changeOf(pair, indicator)?.times ?? null);
  if (indicator !== null && pair !== undefined && times !== null)
    return contradicted(claim, times, shownPair(pair, indicator));
  return fromOwnWords(comment, claim, indicator) ?? unchecked(claim);
}

/** "Last year it was 6, this year we have nearly doubled this": the earlier number is the comment's own. */
function fromOwnWords(
  comment: ReadComment,
  claim: MultipleClaim,
  indicator: IndicatorFacts | null,
): Finding | null | undefined {
  const latest = indicator === null ? null : latestFigure(indicator, comment.facts);
  const sentence = sentenceAt(comment.body, claim.start);
  const words = comment.body.slice(sentence.start, claim.start);
  const base = comment.numbers.find(
    ({ kind, start, end }) => kind === "count" && start >= sentence.start && end <= claim.start,
  );
  if (indicator === null || latest?.value == null || base === undefined || !/\b(?:last|previous) year\b/i.test(words))
    return null;
  const { times } = changeBetweenNumbers(base.value, latest.value);
  if (times === null || fits(claim, times)) return null;
  return contradicted(claim, times, `${base.text} to ${inUnit(indicator, latest.shown)} (${latest.label})`);
}

function fits({ times, hedge }: MultipleClaim, { low, high }: Known): boolean {
  const about = (room: number) => high >= times * (1 - room) && low <= times * (1 + room);
  if (hedge === "over") return high >= times;
  if (hedge === "nearly")
    return times < 1 ? low >= times && low <= times * 1.15 : high <= times * 1.0001 && high >= times * 0.85;
  return about(hedge === "about" ? 0.12 : 0.05);
}

function contradicted(claim: MultipleClaim, { low, high }: Known, pair: string): Finding {
  const times = (low + high) / 2;
  const isFar = times >= 1.5 || times <= 0.67;
  const said = isFar ? `${trimmed(times)} times what it was` : inPercent(times);
  return {
    start: claim.start,
    end: claim.end,
    code: "multiple",
    kind: "fact",
    message: `Says ${claim.text}; the data say ${said}: ${pair}.`,
    remedy: `Write "${said}", or give both numbers.`,
  };
}

function inPercent(times: number): string {
  return `${times < 1 ? "down" : "up"} ${trimmed(Math.abs(times - 1) * 100)}%`;
}

function unchecked(claim: MultipleClaim): Finding {
  return {
    start: claim.start,
    end: claim.end,
    code: "multiple-unchecked",
    kind: "unchecked",
    message: `"${claim.text}": these measures have no earlier figure to compare with.`,
    remedy: "Give both numbers and their periods.",
  };
}
