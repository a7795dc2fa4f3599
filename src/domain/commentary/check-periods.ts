/** Checks the periods a comment names: dates given for a quarter are that quarter's, and the comment is not about another period than its card. */
import { monthLabel } from "../period.ts";
import type { Finding } from "./flag.ts";
import type { CheckResult, ReadComment } from "./read-comment.ts";
import { type PeriodMention, quarterOf } from "./read-periods.ts";
import { sentenceAt } from "./sentences.ts";

const FUTURE =
  /\b(?:will|would|expect\w*|plan\w*|aim\w*|due|next|from|by|until|anticipat\w*|hope\w*|envisag\w*|intend\w*|schedul\w*|forecast\w*|to (?:be|see))\b/i;
const COMPARED = /\b(?:since|than|compar\w*|from|previous\w*|same|last|between|both|and|to|after|again|against)\b/i;

/** Dates of quarters are worked out; a quarter that is not the card's is pointed out where nothing is compared. */
export function checkPeriods(comment: ReadComment): CheckResult {
  return { findings: [...wrongDates(comment), ...otherPeriods(comment)], read: [] };
}

/** "Quarter 2 (1st September – 31st December)": quarter 2 is 1 July to 30 September. */
function wrongDates({ body, periods }: ReadComment): readonly Finding[] {
  return periods.flatMap((quarter, index) => {
    const [from, to] = [periods[index + 1], periods[index + 2]];
    if (quarter.kind !== "quarter" || from === undefined || to === undefined) return [];
    const isSpan =
      /^[\s,]*(?:of\s+20\d\d\S*\s*)?[\s(,:–-]*(?:(?:from|that is|ie|i\.e\.|covering|covers|runs from|is|was)\s+)*$/i.test(
        body.slice(quarter.end, from.start),
      ) && /^\s*(?:-|–|—|to|until)\s*$/i.test(body.slice(from.end, to.start));
    if (!isSpan || !isDayOrMonth(from) || !isDayOrMonth(to) || isSameSpan(quarter, from, to)) return [];
    return [
      {
        start: quarter.start,
        end: to.end,
        code: "period-dates",
        kind: "fact" as const,
        message: `Says ${quarter.text.toLowerCase()} is ${body.slice(from.start, to.end)}; it is ${day(quarter.from)} to ${day(quarter.to)}.`,
        remedy: `Write "${day(quarter.from)} to ${day(quarter.to)}", or leave the dates out.`,
      },
    ];
  });
}

function isDayOrMonth({ kind }: PeriodMention): boolean {
  return kind === "day" || kind === "month";
}

/** Years are often left out, so months and days decide. */
function isSameSpan(quarter: PeriodMention, from: PeriodMention, to: PeriodMention): boolean {
  return quarter.from.slice(5) === from.from.slice(5) && quarter.to.slice(5) === to.to.slice(5);
}

/** A comment that speaks only of an earlier quarter was likely written for an earlier card; one of a later quarter foresees. */
function otherPeriods(comment: ReadComment): readonly Finding[] {
  const { facts, body, periods, numbers } = comment;
  const own = quarterOf(facts.period.end);
  const quarters = periods.filter(({ kind }) => kind === "quarter");
  const isOwn = (mention: PeriodMention) =>
    mention.to <= facts.period.end &&
    mention.from >= facts.period.start &&
    (facts.period.window !== "quarter" || mention.to === own.end);
  const namesOwn = quarters.some((mention) => isOwn(mention) || mention.to === own.end);
  return quarters.flatMap((mention) => {
    const { start, end } = sentenceAt(body, mention.start);
    const sentence = body.slice(start, end);
    const words = sentence.replace(mention.text, "");
    if (mention.from > facts.period.end)
      return FUTURE.test(words) ? [] : [otherPeriod(mention, comment, "has not begun when this card's period ends")];
    const givesNumber = numbers.some((token) => token.start >= start && token.end <= end);
    if (isOwn(mention) || namesOwn || givesNumber || COMPARED.test(words) || mention.to === own.end) return [];
    return [otherPeriod(mention, comment, "is not what this card covers")];
  });
}

function otherPeriod({ start, end, text }: PeriodMention, { facts }: ReadComment, why: string): Finding {
  return {
    start,
    end,
    code: "other-period",
    kind: "unchecked",
    message: `${text} ${why}: the card is for ${facts.period.label}.`,
    remedy: "Check that the comment was written for this card.",
  };
}

/** "1 July 2018". */
function day(date: string): string {
  return `${Number(date.slice(8))} ${monthLabel(date)}`;
}
