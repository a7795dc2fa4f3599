/** What can be defined in the browser, and where the definitions of one installation are found. */
import type { Store } from "../../store/open-store.ts";
import type { LiveWorkspace } from "../live-workspace.ts";

/** Kind to its words; `format` is how its written form reads. */
export const KINDS = {
  measure: { one: "measure", many: "Measures", format: "yaml", about: "What is counted, of whom and over what time." },
  target: {
    one: "target",
    many: "Targets and bands",
    format: "yaml",
    about: "What a scorecard’s indicator should reach, and the bands it is rated by.",
  },
  scorecard: {
    one: "scorecard",
    many: "Scorecards",
    format: "yaml",
    about: "Which measures stand on a card, in which order, under which headings.",
  },
  rule: {
    one: "rule between measures",
    many: "Rules between measures",
    format: "yaml",
    about: "What figures must keep among each other: parts make the whole.",
  },
  neighbours: {
    one: "list of neighbours",
    many: "Statistical neighbours",
    format: "csv",
    about: "The authorities ours is compared with, edition by edition.",
  },
  population: {
    one: "table of populations",
    many: "Populations",
    format: "csv",
    about: "How many children live here, by age and year: what rates divide by.",
  },
  calendar: {
    one: "calendar",
    many: "Calendars",
    format: "csv",
    about: "Bank holidays, which working days leave out.",
  },
} as const;

export type DefinitionKind = keyof typeof KINDS;

/** Every kind, in the order pages list them. */
export const KIND_IDS = Object.keys(KINDS) as readonly DefinitionKind[];

/** Whether a text names a kind. */
export function isKind(text: string): text is DefinitionKind {
  return Object.hasOwn(KINDS, text);
}

/** What the services of definitions work on. */
export type DefinitionDesk = {
  readonly live: LiveWorkspace;
  readonly store: Store;
  readonly data: string;
  /** Folders of the catalogue; the last one's definition wins. */
  readonly catalogue: readonly string[];
};
