/** Numbers in a comment that claim nothing of a figure: dates, ages, stages, sections of Acts, money, times. They are blanked before numbers are read. */

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

const NOT_CLAIMS: readonly RegExp[] = [
  // Days, months and years: 19th October 2015, 31/3/2016, Sept 15, 2015-16, 14/15, since 2019.
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\s+'?\\d{2,4}\\b)?`, "gi"),
  new RegExp(`\\b${MONTH}\\b\\s*[-–]?\\s*(?:'\\d{2}|20\\d{2}|[12]\\d)\\b(?!%|\\.\\d)`, "gi"),
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d{2}\b/g,
  /\b(?:19|20)\d{2}\s?[-–/]\s?(?:20)?\d{2}\b/g,
  /\b[12]\d\s?[-/]\s?[1-3]\d\b(?!\s*(?:year|yr|%|per\s?cent))/g,
  /\b(?:19|20)\d{2}\b(?=\s*(?:[.,;:)]|$|and\b|to\b|but\b|with\b|when\b|which\b|as\b|was\b|has\b|for\b|were\b))/g,
  /\b(?:in|since|from|by|of|to|until|before|during|year|summer|winter|spring|autumn)\s+(?:19|20)\d{2}\b/gi,
  // Quarters and academic years.
  /\b(?:(?:q|qu|qtr)\.?|quarter)\s?[1-4](?:\s?(?:&|and|-|to)\s?[1-4])?\b/gi,
  // Denominators of rates: per 10,000.
  /\bper\s+\d[\d,]*/gi,
  /\b(?:y|yr|year)\.?\s?\d{1,2}\b(?!\s*%)/gi,
  /\b\d(?:st|nd|rd|th)\s+(?:quarter|month|year)\b(?!\s+in a row)/gi,
  // Ages.
  /\b(?:aged?|ages|turning|turned)\s+(?:between\s+|from\s+)?\d{1,2}(?:\s*(?:-|–|to|and|\/)\s*\d{1,2})?\b(?!\s*%|[.,]\d)/gi,
  /\b(?:under|over)[\s-]\d{1,2}s\b/gi,
  /\b(?:\d{1,2}|one|two|three|four|five)(?:\s*(?:-|–|to|and|\/|or)\s*\d{1,2})?[\s-]*(?:year|yr|month)s?[\s-]*olds?\b/gi,
  /\b\d{1,2}(?:st|nd|rd|th)(?:\s*(?:,|&|and)\s*\d{1,2}(?:st|nd|rd|th))*(?:\s+birthdays?)?\b(?!\s+(?:consecutive|successive|month))/gi,
  /\b0\s?-\s?\d{1,2}\b(?!\s*%)/g,
  // Names with numbers in them: Section 47, Reg 24, Stage 1, Outcome 5, Form 8b, A1, K3, S47s.
  /\b(?:sections?|s|reg|regulations?|stages?|steps?|levels?|tiers?|phases?|bands?|grades?|outcomes?|priorit(?:y|ies)|recommendations?|rec|objectives?|parts?|annex|appendix|pages?|paragraphs?|para|chapters?|schedule|article|form|table|figure|key|ks|version|ward|team)\s?\.?\s?\d+(?:\.\d+)*(?:\s?(?:&|and|-|to)\s?\d+)?[a-z]?s?\b/gi,
  /\b[A-Z]{1,4}\d+[a-z]?s?\b/g,
  /\b\d+\/\d+\b(?=\s*(?:rota|shift))|\b24\/7\b/gi,
  /£\s?\d[\d,.]*(?:\s?(?:k|m|million|thousand))?\b/gi,
  /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)\b/gi,
];

/** The text with everything that is not a claim blanked, every other character in its place. */
export function withoutNonClaims(text: string): string {
  return NOT_CLAIMS.reduce(blank, text);
}

/** Puts spaces where a pattern stands, so that positions stay true. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => " ".repeat(found.length));
}
