/** Pages of help and of the application's parts, as search finds them. */
import type { SearchEntry } from "./search-entries.ts";

/** Title, what it is for in words people search by, and its address. */
export const HELP_ENTRIES: readonly SearchEntry[] = [
  {
    group: "help",
    title: "How a scorecard is read",
    text: "What each column means, how red, amber and green are worked out, direction of travel, what changed.",
    href: "/help/scorecards",
    needs: "signed-in",
  },
  {
    group: "help",
    title: "About Waymark",
    text: "Accessibility statement, privacy, no outbound traffic, version.",
    href: "/about",
    needs: "signed-in",
  },
  {
    group: "help",
    title: "Your account",
    text: "Your roles, what you may do, password, sign out, tokens for Power BI and Excel.",
    href: "/account",
    needs: "signed-in",
  },
  {
    group: "help",
    title: "Load data",
    text: "Drop the files of a return, see errors and issues, accept or refuse, coverage and freshness.",
    href: "/data",
    needs: "see-data",
  },
  {
    group: "help",
    title: "Enter figures by hand",
    text: "Figures that are collected by hand: grid, paste from a spreadsheet, CSV upload, due days.",
    href: "/enter",
    needs: "enter-figures",
  },
  {
    group: "help",
    title: "Challenge sessions and actions",
    text: "Pick teams and a date, exceptions, overdue lists, last session’s actions, agreed actions with owner and due date.",
    href: "/challenge",
    needs: "see-actions",
  },
  {
    group: "help",
    title: "Change a definition",
    text: "Measures, targets, bands, scorecards, neighbours, populations, calendars: draft, try over 24 months, have approved.",
    href: "/definitions",
    needs: "propose-definitions",
  },
  {
    group: "help",
    title: "People, roles and the access log",
    text: "Give access, teams and scopes, every view of a child, everything a person saw, usage, settings.",
    href: "/admin",
    needs: "see-access-log",
  },
];
