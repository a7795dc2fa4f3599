/** Finds words that could tell of one person: small counts of people, ages, relations, custody, death, places, names (requirements 1.10, item 157). */
import { latestFigure, subjectOf } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { PEOPLE } from "./people-words.ts";
import { type CheckResult, overlaps, type ReadComment } from "./read-comment.ts";
import { type Span, sentencesOf } from "./sentences.ts";

type Detail = { readonly code: string; readonly pattern: RegExp; readonly words: string };

const SMALL_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const SMALL = `(?<count>\\d{1,2}|${Object.keys(SMALL_WORDS).join("|")})`;
/** Words that begin another thing, or another count, before people are reached. */
const NOT_BETWEEN = `(?:of|in|to|or|and|times?|hours?|days?|weeks?|months?|years?|${Object.keys(SMALL_WORDS).join("|")})\\b`;
const COUNTED = new RegExp(
  `(?<![\\w.,/£]|\\b(?:section|stage|aged?|every|any)\\s)${SMALL}(?![\\d%]|[.,/]\\d|\\s?(?:%|per\\s?cent))\\s+(?:(?!${NOT_BETWEEN})[a-z]+\\s+){0,2}?(?:${PEOPLE})\\b(?!\\s+(?:can|could|may|might)\\b)`,
  "gi",
);
const OF_THEM = new RegExp(
  `\\b(?:of (?:these|those|them|whom|which)(?: (?:two|three|four|five|six|\\d+)(?: \\w+)?)?,?|includ(?:es|ing))\\s+${SMALL}(?![\\d%]|[.,/]\\d|\\s?(?:%|per\\s?cent))\\b`,
  "gi",
);

/** A person alone, rather than people in general. */
const SOMEBODY =
  /\b(?:(?:the|a|an|this|that|each|one|other|another|third|second|first|as)\s+(?:\w+\s+)?(?:child|baby|infant|young person|boy|girl|individual|care leaver|pupil|teenager|son|daughter)|young person had|s?he (?:is|was|has|had)|one (?:is|was|has|had|who|other))\b/i;
const GENERAL = /\b(?:if|any|eg|e\.g|for example|(?:more|fewer|less) than|over|under|at least|up to)\b[^.]{0,60}$/i;

const DETAILS: readonly Detail[] = [
  {
    code: "person-age",
    words: "an age",
    pattern:
      /\b(?:aged?\s+\d{1,2}(?!\s?(?:-|–|to|and|\/|%)|\d)|\d{1,2}[\s-]years?[\s-]olds?(?!\s+(?:offer|check|children|pupils|cohort|girls|boys|care leavers))|\d{1,2}[\s-](?:weeks?|months?)[\s-]old|(?:his|her|their) \d{1,2}th birthday)\b/gi,
  },
  {
    code: "person-relation",
    words: "a relation",
    pattern:
      /\b(?:an?|the|his|her|their|older|younger|elder|one)\s+(?:(?:older|younger|elder|half|step|foster|birth|half-|step-|grand)\s*)?(?:siblings?|brother|sister|mother|father|mum|dad|stepfather|stepmother|step-father|step-mother|grandmother|grandfather|grandparents?|uncle|aunt|cousin|boyfriend|girlfriend|twin)\b(?!\s+(?:group|authority|placement))/gi,
  },
  {
    code: "person-circumstance",
    words: "custody, a death or the like",
    pattern:
      /\b(?:in (?:custody|prison)|custody\/prison|imprison\w*|remanded|funeral|bereave\w*|died|deaths?|suicide|overdose|self[- ]harm\w*|pregnan\w*|miscarr\w*|arrested|sectioned|in hospital|in a coma|deport\w*|left (?:the )?(?:country|uk|england)|moved abroad|return(?:ed)? home|asylum|traffick\w*|raped?|gang|overseas)\b/gi,
  },
  {
    code: "person-place",
    words: "a place",
    pattern:
      /\b(?:[A-Z][\w']+\s+){1,3}(?:School|Academy|College|Hospital|Prison|YOI|House|Children's Home|Unit|Nursery)\b|\bHMP\s+[A-Z]\w+/g,
  },
  {
    code: "person-nationality",
    words: "a country",
    pattern:
      /\b(?:from|to|in)\s+(?:Albania|Afghanistan|Bangladesh|China|Eritrea|Ethiopia|France|Germany|India|Iran|Iraq|Ireland|Jamaica|Kosovo|Latvia|Lithuania|Nigeria|Pakistan|Poland|Romania|Scotland|Somalia|Spain|Sudan|Syria|Turkey|Ukraine|Vietnam|Wales)\b/g,
  },
];
const NAMED =
  /\b(?:(?:Mr|Mrs|Ms|Miss|Master)\.?\s+[A-Z][a-z]+|(?:child|young person|boy|girl|mother|father|family|pupil)\s+[A-Z](?![a-z])\b|(?:called|named)\s+[A-Z][a-z]+)/g;

/** Small counts unless the card itself prints them; other details where the text speaks of somebody, or of very few. */
export function checkPersons(comment: ReadComment): CheckResult {
  const { body, facts } = comment;
  const counts = smallCounts(comment);
  const sentences = sentencesOf(body);
  const details = sentences.flatMap((sentence, index) => {
    // "This includes those in custody" is about the five of the sentence before.
    const near = { start: sentences[index - 1]?.start ?? sentence.start, end: sentence.end };
    const text = body.slice(sentence.start, sentence.end);
    const isAboutFew =
      SOMEBODY.test(body.slice(near.start, near.end)) || counts.some(({ span }) => overlaps(span, near));
    return isAboutFew ? detailsIn(text, sentence, placePattern(facts.places)) : [];
  });
  const named = [...body.matchAll(NAMED)].map((match) =>
    detail(spanOf(match, 0), "person-name", `Names or marks a person: "${match[0]}".`),
  );
  return {
    findings: [
      ...counts.filter(({ isPrinted }) => !isPrinted).map(({ span }) => smallCount(comment, span)),
      ...details,
      ...named,
    ],
    read: [],
  };
}

type Counted = { readonly span: Span; readonly isPrinted: boolean };

/** Counts from 1 up to the threshold; `isPrinted` where the card shows that very number anyway. */
function smallCounts(comment: ReadComment): readonly Counted[] {
  const { body, facts } = comment;
  const printed = printedNumbers(comment);
  return [COUNTED, OF_THEM].flatMap((pattern) =>
    [...body.matchAll(pattern)].flatMap((match) => {
      const word = (match.groups?.count ?? "").toLowerCase();
      const count = SMALL_WORDS[word] ?? Number(word);
      const span = spanOf(match, 0);
      const isSmall = count >= 1 && count <= facts.disclosureThreshold && !GENERAL.test(body.slice(0, span.start));
      return isSmall && !isOfDefinition(comment, match[0]) ? [{ span, isPrinted: printed.has(count) }] : [];
    }),
  );
}

function printedNumbers({ facts }: ReadComment): ReadonlySet<number> {
  const latest = subjectOf(facts).flatMap((indicator) => latestFigure(indicator, facts) ?? []);
  const shown = latest.filter(({ isHidden, state }) => !isHidden && state === "value");
  const values = shown.flatMap(({ value }) => value ?? []);
  const sum = facts.subject.length > 1 && values.length > 1 ? [values.reduce((total, value) => total + value, 0)] : [];
  return new Set([
    ...shown.flatMap(({ value, numerator }) => [value, numerator]).filter((value) => value !== null),
    ...sum,
  ]);
}

/** "Three or more placements" is what is measured. */
function isOfDefinition({ facts }: ReadComment, words: string): boolean {
  return subjectOf(facts).some(({ title }) => title.toLowerCase().includes(words.toLowerCase()));
}

function detailsIn(text: string, sentence: Span, places: RegExp | null): readonly Finding[] {
  const known: readonly Detail[] = places === null ? [] : [{ code: "person-place", words: "a place", pattern: places }];
  return [...DETAILS, ...known].flatMap(({ code, pattern, words }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !GENERAL.test(text.slice(0, match.index)))
      .map((match) =>
        detail(spanOf(match, sentence.start), code, `"${match[0]}" tells ${words} of somebody, or of very few.`),
      ),
  );
}

function placePattern(places: readonly string[]): RegExp | null {
  const names = places
    .filter((name) => name.trim().length > 2)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return names.length === 0 ? null : new RegExp(`\\b(?:${names.join("|")})\\b`, "g");
}

function smallCount({ facts, body }: ReadComment, span: Span): Finding {
  return detail(
    span,
    "small-count",
    `"${body.slice(span.start, span.end)}" counts ${facts.disclosureThreshold} people or fewer, and no figure of the card prints it.`,
  );
}

function detail(span: Span, code: string, message: string): Finding {
  return {
    ...span,
    code,
    kind: "person",
    message,
    remedy: "Take the detail out or say it of all together, or answer why nobody could be recognised.",
  };
}

function spanOf(match: RegExpMatchArray, from: number): Span {
  return { start: from + (match.index ?? 0), end: from + (match.index ?? 0) + match[0].length };
}
