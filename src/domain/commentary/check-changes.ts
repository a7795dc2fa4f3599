/** Checks claims of change: "a 32% increase", "up 52% from last year", "decreased by 3 percentage points", "rose by 12". */
import { agrees, type Known } from "./agrees.ts";
import { changeBetweenNumbers, changeOf, type KnownChange, shownChange, trimmed } from "./change-arithmetic.ts";
import { type Pair, pairsFor, shownPair } from "./comparisons.ts";
import type { IndicatorFacts } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { ownPairs } from "./own-numbers.ts";
import { type CheckResult, measureClaimedAt, measuresAt, overlaps, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import { clauseAfter, meaningfulWords, type Span, sentenceAt } from "./sentences.ts";

const UP = "increas\\w*|rise[sn]?|rising|rose|grow\\w*|grew|up|higher|more|climb\\w*|gain\\w*|jump\\w*";
const DOWN = "decreas\\w*|reduc\\w*|fall\\w*|fell|drop\\w*|declin\\w*|down|lower|fewer|less|dip\\w*|cut|shr[aiu]nk\\w*";
const EITHER = "improve\\w*|chang\\w*|deteriorat\\w*|worsen\\w*|difference|mov\\w*|swing";
const LOOSE =
  "(?:\\s+(?:by|of|about|around|approximately|nearly|almost|over|under|some|roughly|just|more|less|than|a|an|further|another|slightly|significantly|substantially|only|approx\\.?))*\\s*";
const BEFORE = new RegExp(`\\b(?:(?<up>${UP})|(?<down>${DOWN})|(?<either>${EITHER}))${LOOSE}$`, "i");
const AFTER = new RegExp(
  `^\\s*(?:(?:overall|significant|slight|further|year[ -]on[ -]year|net|annual|quarterly|monthly)\\s+)*(?:(?<up>${UP})|(?<down>${DOWN})|(?<either>${EITHER}))\\b(?!\\s+(?:the\\s+)?target)`,
  "i",
);

const COUNT_AFTER =
  /^\s+(?:more|fewer|less|higher|lower)\s+than\s+(?:in\b|at\b|last\b|this\b|the (?:previous|same|last|month|quarter|year)|a year|previous|[A-Z])/;

/** "over", "more than" and "less than" bind a number; they are not themselves movements. */
const ONLY_HEDGE = /\b(?:more|less|fewer|higher|lower) than\s*$/i;

type Way = "up" | "down" | "either";
type ChangeClaim = { readonly token: NumberToken; readonly way: Way; readonly span: Span; readonly noun: string };

/** Each claim of change is matched to a pair of figures, contradicted by them, or said to be unchecked. */
export function checkChanges(comment: ReadComment, read: readonly Span[]): CheckResult {
  const left = comment.numbers.filter((token) => !read.some((span) => overlaps(span, token)));
  const claims = left.flatMap((token) => claimOf(comment, token) ?? []);
  return {
    findings: claims.flatMap((claim) => checkOne(comment, claim) ?? []),
    read: claims.map(({ token }) => token),
  };
}

function claimOf({ body }: ReadComment, token: NumberToken): ChangeClaim | null {
  if (token.kind === "duration" || token.kind === "range" || token.outOf !== null) return null;
  const sentence = sentenceAt(body, token.start);
  const before = body.slice(sentence.start, token.start);
  const after = body.slice(token.end, sentence.end);
  const leading = ONLY_HEDGE.test(before) ? null : BEFORE.exec(before);
  // "6 more children" counts people; "6 fewer than in May" is a change, as a percentage is on either side.
  const trailing = token.kind === "count" && !COUNT_AFTER.test(after) ? null : AFTER.exec(after);
  const found = trailing ?? leading;
  if (found === null && token.kind !== "points") return null;
  const { up, down } = found?.groups ?? {};
  const way: Way = up !== undefined ? "up" : down !== undefined ? "down" : "either";
  const start = found === leading && leading !== null ? sentence.start + leading.index : token.start;
  const end = found === trailing && trailing !== null ? token.end + trailing[0].trimEnd().length : token.end;
  return { token, way, span: { start, end }, noun: clauseAfter(body, end) };
}

function checkOne(comment: ReadComment, claim: ChangeClaim): Finding | null {
  const { token, span } = claim;
  for (const indicator of measuresAt(comment, token.start)) {
    const verdicts = pairsFor(comment, indicator, span).map((pair) => ({ pair, change: changeOf(pair, indicator) }));
    if (verdicts.some(({ change }) => change !== null && isTrue(claim, change, indicator)))
      return unitFault(comment, claim, indicator, verdicts[0]);
  }
  if (ownPairs(comment, token).some(([from, to]) => isTrueOfOwn(claim, changeBetweenNumbers(from, to)))) return null;
  const indicator = measureClaimedAt(comment, token.start);
  const pair = indicator === null ? undefined : pairsFor(comment, indicator, span)[0];
  const change = indicator === null || pair === undefined ? null : changeOf(pair, indicator);
  if (indicator === null || pair === undefined || change === null || !isAbout(claim, indicator))
    return unchecked(comment, claim);
  return (
    wrongUnit(comment, claim, indicator, { pair, change }) ?? contradicted(comment, claim, indicator, { pair, change })
  );
}

type Verdict = { readonly pair: Pair; readonly change: KnownChange | null };

/** Points said of a rate or count are wrong even where the number is right. */
function unitFault(
  comment: ReadComment,
  claim: ChangeClaim,
  indicator: IndicatorFacts,
  verdict: Verdict | undefined,
): Finding | null {
  if (claim.token.kind !== "points" || indicator.unit === "percentage" || verdict?.change == null) return null;
  return wrongUnitFinding(comment, claim, indicator, { pair: verdict.pair, change: verdict.change });
}

/** "25% increase" for 25 points, and points of what is not a percentage. */
function wrongUnit(
  comment: ReadComment,
  claim: ChangeClaim,
  indicator: IndicatorFacts,
  verdict: { readonly pair: Pair; readonly change: KnownChange },
): Finding | null {
  const isPointsOfOther = claim.token.kind === "points" && indicator.unit !== "percentage";
  const isPercentForPoints =
    claim.token.kind === "percent" && indicator.unit === "percentage" && fits(claim, verdict.change.absolute);
  return isPointsOfOther || isPercentForPoints ? wrongUnitFinding(comment, claim, indicator, verdict) : null;
}

function wrongUnitFinding(
  { body }: ReadComment,
  { span, token }: ChangeClaim,
  indicator: IndicatorFacts,
  { pair, change }: { readonly pair: Pair; readonly change: KnownChange },
): Finding {
  const wanted = indicator.unit === "percentage" ? shownChange(change, indicator) : inItsUnit(change);
  return {
    ...span,
    code: "wrong-unit",
    kind: "fact",
    message: `Says ${body.slice(span.start, span.end)}; from ${shownPair(pair, indicator)} is ${wanted}${token.kind === "points" ? ", and only percentages change by percentage points" : relativeToo(change)}.`,
    remedy: `Write "${wanted}".`,
  };
}

function contradicted(
  { body }: ReadComment,
  { span }: ChangeClaim,
  indicator: IndicatorFacts,
  { pair, change }: { readonly pair: Pair; readonly change: KnownChange },
): Finding {
  const said = shownChange(change, indicator);
  return {
    ...span,
    code: "change",
    kind: "fact",
    message: `Says ${body.slice(span.start, span.end)}; the data say ${said}: ${shownPair(pair, indicator)}.`,
    remedy: `Write "${said}", or say which two periods are compared.`,
  };
}

function unchecked({ body }: ReadComment, { span }: ChangeClaim): Finding {
  return {
    ...span,
    code: "change-unchecked",
    kind: "unchecked",
    message: `"${body.slice(span.start, span.end)}" follows from no two figures of these measures.`,
    remedy: "Check it by hand, or give both numbers and their periods.",
  };
}

function isTrue(claim: ChangeClaim, change: KnownChange, { unit }: IndicatorFacts): boolean {
  if (claim.token.kind === "percent") return change.relative !== null && fits(claim, change.relative);
  if (claim.token.kind === "points") return fits(claim, change.absolute);
  return unit !== "percentage" && fits(claim, change.absolute);
}

function isTrueOfOwn(claim: ChangeClaim, change: KnownChange): boolean {
  return (
    (change.relative !== null && claim.token.kind === "percent" && fits(claim, change.relative)) ||
    (claim.token.kind !== "percent" && fits(claim, change.absolute))
  );
}

function fits({ token, way }: ChangeClaim, known: Known): boolean {
  const turned = { low: -known.high, high: -known.low };
  return (way !== "down" && agrees(token, known)) || (way !== "up" && agrees(token, turned));
}

/** A claim that names what changed can be contradicted only if it names this measure. */
function isAbout({ noun }: ChangeClaim, { title, definition }: IndicatorFacts): boolean {
  const about = /^\s*(?:in|of)\s+(?:the\s+)?(?!last\b|this\b|\d|20\d\d)(.*)/i.exec(noun)?.[1];
  if (about === undefined) return true;
  const words = [...meaningfulWords(about.split(/\b(?:from|since|compared|between|this|over|which|and)\b/i)[0] ?? "")];
  const own = meaningfulWords(`${title} ${definition}`);
  return words.length === 0 || words.some((word) => own.has(word));
}

function inItsUnit({ absolute }: KnownChange): string {
  const amount = (absolute.low + absolute.high) / 2;
  return `${amount < 0 ? "down" : "up"} ${trimmed(Math.abs(amount))}`;
}

function relativeToo({ relative }: KnownChange): string {
  return relative === null ? "" : ` (a relative change of ${trimmed(Math.abs((relative.low + relative.high) / 2))}%)`;
}
