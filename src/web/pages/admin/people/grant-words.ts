/** A role somebody holds, in words. */
import { type Grant, scopeWords } from "../../../../domain/access/policy.ts";
import { ROLES } from "../../../../domain/access/roles.ts";
import { longDate } from "../../../words.ts";

/** "Team manager over team North, until 31 March 2026". */
export function grantWords({ role, scope, from, to }: Grant, today: string): string {
  const begins = from > today ? `, from ${longDate(from)}` : "";
  const ends = to === null ? "" : `, until ${longDate(to)}`;
  return `${ROLES[role].words} over ${scopeWords(scope)}${begins}${ends}`;
}
