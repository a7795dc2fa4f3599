/** Counts of use in the shape the page shows: who is in and who is not, and what is read. */
import type { PageUse } from "../../../../services/administration/usage.ts";
import type { Person } from "../../../../services/people/people.ts";

export type PersonUse = {
  readonly name: string;
  readonly email: string;
  readonly pages: number;
  /** Days on which they opened anything. */
  readonly days: number;
  /** ISO day of the last; `null` for somebody who opened nothing. */
  readonly last: string | null;
};

export type PageTotal = {
  readonly page: string;
  readonly subject: string;
  readonly count: number;
  readonly people: number;
};

/** A route's words; others are shown as their address. */
const PAGE_WORDS: Readonly<Record<string, string>> = {
  "/": "Home",
  "/scorecards/:id": "Scorecard",
  "/measures": "List of measures",
  "/measures/:id": "Measure",
  "/measures/:id/list": "Children behind a measure",
  "/teams": "Teams",
  "/teams/:team": "Team profile",
  "/editions": "List of editions",
  "/editions/:id": "Edition",
  "/editions/:id/page": "Edition, its page",
  "/challenge": "Challenge sessions",
  "/comments": "Commentary",
  "/data": "Data",
};

/** People who opened nothing come first: they are the ones to ask. Closed accounts are left out. */
export function presentUsage(
  uses: readonly PageUse[],
  people: readonly Person[],
): { readonly people: readonly PersonUse[]; readonly pages: readonly PageTotal[] } {
  return {
    people: people
      .filter(({ isClosed }) => !isClosed)
      .map(({ id, name, email }) => {
        const own = uses.filter(({ person }) => person === id);
        const days = [...new Set(own.map(({ day }) => day))].sort();
        return { name, email, pages: total(own), days: days.length, last: days.at(-1) ?? null };
      })
      .sort((a, b) => a.pages - b.pages || a.name.localeCompare(b.name)),
    pages: [...Map.groupBy(uses, ({ page, subject }) => `${page} ${subject}`).values()]
      .map((group) => {
        const [{ page, subject } = { page: "", subject: "" }] = group;
        const people = new Set(group.map(({ person }) => person)).size;
        return { page: PAGE_WORDS[page] ?? page, subject, count: total(group), people };
      })
      .sort((a, b) => b.count - a.count || a.page.localeCompare(b.page)),
  };
}

function total(uses: readonly PageUse[]): number {
  return uses.reduce((sum, { count }) => sum + count, 0);
}
