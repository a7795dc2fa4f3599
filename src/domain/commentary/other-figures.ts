/** Numbers a comment gives of something other than the measure itself: its target, or what others publish. */
import { agrees, exactly } from "./agrees.ts";
import type { IndicatorFacts } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { measuresAt, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import { clauseBefore } from "./sentences.ts";
import { targetNumbers } from "./target-facts.ts";

/** `finding` is null where the number agrees. */
export type OtherClaim = { readonly finding: Finding | null };
export type NamedGroup = { readonly group: "neighbours" | "region" | "england" | "elsewhere"; readonly words: string };

const REGIONS =
  "north west|north east|yorkshire and (?:the )?humber|east midlands|west midlands|east of england|london|south east|south west|northwest|northeast|nw";
const GROUPS: readonly (readonly [NamedGroup["group"], RegExp])[] = [
  [
    "neighbours",
    /\b(?:statistical (?:neighbours?|neighbors?)|stat(?:istical)? neigh\w*|sn(?: average| av)?|neighbour(?:s|ing)? (?:average|group|authorities)|comparator group)\b/gi,
  ],
  ["region", new RegExp(`\\b(?:${REGIONS}|regional(?:ly)?|region(?:'s)?)\\b`, "gi")],
  ["england", /\b(?:national(?:ly)?|england(?:'s)?|country(?:'s)?)\b/gi],
  [
    "elsewhere",
    /\b(?:wider council|corporate average|council[- ]wide|other (?:authorities|councils)|closest neighbours?|close neighbours?)\b/gi,
  ],
];

/** The group of comparators a stretch of text names last. */
export function groupNamed(text: string): NamedGroup | null {
  const found = GROUPS.flatMap(([group, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ group, words: match[0], at: match.index })),
  );
  return found.toSorted((one, other) => one.at - other.at).at(-1) ?? null;
}

/** "The target of 90%", "target rate of 8%": compared with the target there is. */
export function targetClaim(comment: ReadComment, token: NumberToken): OtherClaim | null {
  const before = clauseBefore(comment.body, token.start);
  const after = comment.body.slice(token.end);
  const isTarget =
    /\btarget\b(?:\s+(?:rate|level|figure|range|for \w+))?(?:\s+(?:of|is|was|at|to|set at|remains))*\s*(?:at least|at most|below|above|under|over|more than|less than)?\s*$/i.test(
      before,
    ) || /^\s+target\b/i.test(after);
  if (!isTarget) return null;
  const measures = measuresAt(comment, token.start);
  const targets = measures.flatMap((indicator) => targetNumbers(indicator).map((value) => ({ value, indicator })));
  if (
    targets.some(
      ({ value }) => agrees(token, exactly(value)) || agrees({ ...token, value: token.high }, exactly(value)),
    )
  )
    return { finding: null };
  const [only] = measures;
  if (measures.length !== 1 || only === undefined || targets.length === 0)
    return { finding: unchecked(token, "no target here") };
  return { finding: contradicted(token, `the target is ${only.target.shown}`, "target-value", only.target.shown) };
}

/** "The national average of 22%", "North West at 336": compared with the comparator there is. */
export function comparatorClaim(comment: ReadComment, token: NumberToken): OtherClaim | null {
  const named = groupNamed(sinceLastNumber(comment, token));
  if (named === null || token.kind === "duration") return null;
  const measures = measuresAt(comment, token.start);
  const values = measures.flatMap(({ comparators }) => comparators).filter(({ value }) => value !== null);
  if (values.some(({ value, shown }) => value !== null && (agrees(token, exactly(value)) || shown === token.text)))
    return { finding: null };
  const own = values.filter(
    ({ group, label }) => group === named.group || label.toLowerCase().includes(named.words.toLowerCase()),
  );
  const [first] = own;
  if (isOfOwnFigures(token, measures)) return null;
  if (first === undefined || measures.length !== 1 || own.length !== 1)
    return { finding: unchecked(token, `no such figure of "${named.words}" here`) };
  return { finding: contradicted(token, `${first.label} is ${first.shown}`, "comparator-value", first.shown) };
}

/** The words of the clause between the number before and this one: what this number is of. */
function sinceLastNumber({ body, numbers }: ReadComment, token: NumberToken): string {
  const before = clauseBefore(body, token.start);
  const last = numbers.findLast(({ end }) => end <= token.start && end > token.start - before.length);
  return last === undefined ? before : before.slice(before.length - (token.start - last.end));
}

/** "We remain below the national average at 71%": the number may be our own. */
function isOfOwnFigures(token: NumberToken, measures: readonly IndicatorFacts[]): boolean {
  return measures.some(({ figures }) => figures.some(({ value }) => value !== null && agrees(token, exactly(value))));
}

function contradicted(token: NumberToken, truth: string, code: string, shown: string): Finding {
  return {
    start: token.start,
    end: token.end,
    code,
    kind: "fact",
    message: `Says ${token.text}; ${truth}.`,
    remedy: `Write ${shown}.`,
  };
}

function unchecked(token: NumberToken, why: string): Finding {
  return {
    start: token.start,
    end: token.end,
    code: "number-unchecked",
    kind: "unchecked",
    message: `${token.text} cannot be checked: there is ${why}.`,
    remedy: "Check it by hand, or say where it is published.",
  };
}
