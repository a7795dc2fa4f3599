/** How hard a text is to read, by counting: the grade of Kincaid and others (1975), which is about the years at school it takes. */

/** Words the young people's summary may not use: what only people who work in the service know. */
export const JARGON =
  /\b(placements?|referrals?|conferences?|statutory|suitable|accommodation|assessments?|cohort|percentage|per ?cent|indicators?|scorecards?|thresholds?|interventions?|safeguarding|looked after|LAC|CIN|stability|provision|outcomes?|multi-agency|stakeholders?|rated|amber|quarter)\b/i;

/** 0.39 × words a sentence + 11.8 × syllables a word − 15.59. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+\s+|[.!?:]+$/).filter((sentence) => /[a-z]/i.test(sentence));
  const words = text.match(/[a-z’']+|\d[\d,]*/gi) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without a silent e at the end; a number reads as two. */
export function syllablesIn(word: string): number {
  if (/^\d/.test(word)) return 2;
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  const groups = bare.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, "").match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}
