/** Words for those a figure may count: a number before one of them is a number of people. */

export const PEOPLE =
  "child(?:ren)?|bab(?:y|ies)|infants?|young (?:people|persons?)|boys?|girls?|individuals?|people|persons?|care leavers?|pupils?|" +
  "teenagers?|sibling groups?|famil(?:y|ies)|siblings|parents|mothers|fathers|arrangements?|adoptions?";

/** Whether people stand within a few words after a number. */
export function isOfPeople(after: string): boolean {
  return new RegExp(`^\\s+(?:(?!of|in|to|or|and|times?)[\\w'’-]+\\s+){0,3}?(?:${PEOPLE})\\b`, "i").test(after);
}
