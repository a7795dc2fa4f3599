/** What the makers of a report's content are given and give back: one maker a kind, all over the same facts. */
import type { TeamPack } from "../../domain/challenge/team-pack.ts";
import { sha256 } from "../../domain/checksums.ts";
import type { EditionDocument, EditionFacts } from "../../domain/edition.ts";
import { AppError } from "../../domain/errors.ts";
import type { Block, GapBlock, Inline, ReportData } from "../../domain/report/document.ts";
import type { Filling } from "../../domain/report/placeholders.ts";
import type { Content, ReportTemplate, TemplateSection } from "../../domain/report/template.ts";
import type { Audience, ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import type { Store } from "../../store/open-store.ts";
import type { JudgementInputs } from "../judgement-inputs.ts";
import type { Workspace } from "../workspace.ts";

/** Where reports get their facts. */
export type ReportContext = {
  readonly workspace: Workspace;
  readonly store: Store;
  /** Packs of teams as they stand now, where the asker may see those teams; absent where nobody may. */
  readonly packs?: (teams: readonly string[]) => Promise<readonly TeamPack[]>;
};

/** Which report of what. Which of these a template needs depends on its subject. */
export type ReportQuestion = {
  readonly template: string;
  readonly scorecard?: string | undefined;
  /** 2026-03, 2025-26-Q4 … Default: the latest the data speak for. */
  readonly period?: string | undefined;
  readonly authority?: string | undefined;
  /** Of reports about one measure: its id. */
  readonly measure?: string | undefined;
  /** A published edition, by id, whose frozen card the report is of. */
  readonly edition?: string | undefined;
  /** The earlier edition compared with. Default: the one before. */
  readonly against?: string | undefined;
  /** Of challenge packs. */
  readonly teams?: readonly string[] | undefined;
  /** Default: the template's. */
  readonly audience?: Audience | undefined;
  /** What the writer was asked, by the ask's id. */
  readonly answers: Readonly<Record<string, string>>;
  /** ISO day. */
  readonly madeOn: string;
  readonly author: string;
};

/** What a report is about, looked up once. */
export type Subject = {
  /** Whose report it is. */
  readonly authority: string;
  /** Judged for the audience; the only place figures of a public report may come from. `null` for challenge packs. */
  readonly card: ScoredCard | null;
  /** What people typed that bears on the card, as it stood when the card was judged. */
  readonly inputs: JudgementInputs;
  /** Definitions and cards' rules as they stood when the card was judged: an edition's own, else today's. */
  readonly definitions: Catalogue;
  /** The edition the card was frozen in, where it was. */
  readonly edition: EditionFacts | null;
  /** The published edition before, or the one named; its card is the one this report's audience may see. */
  readonly earlier: EditionDocument | null;
  /** The indicator a report about one measure is of. */
  readonly indicator: ScoredIndicator | null;
  readonly packs: readonly TeamPack[];
  /** References with a comment written and not yet approved: on a card as the public sees it they would not show. */
  readonly waiting: ReadonlySet<string>;
  /** What was taken out of the card because it would tell what is hidden: each a gap until somebody mends it. */
  readonly withheld: readonly GapBlock[];
};

export type Making = Subject & {
  readonly context: ReportContext;
  readonly question: ReportQuestion;
  readonly template: ReportTemplate;
  readonly audience: Audience;
  readonly filling: Filling;
  readonly notes: NoteBook;
  /** Where the content stands: ids begin with the section's, headings inside it are one level lower. */
  readonly section: TemplateSection;
};

export type Made = { readonly blocks: readonly Block[]; readonly data?: readonly ReportData[] };

export type Maker<Kind extends Content["kind"]> = (
  content: Extract<Content, { readonly kind: Kind }>,
  making: Making,
) => Made | Promise<Made>;

/** Footnotes, collected: the same words are one note however often they are referred to. */
export type NoteBook = {
  /** "[note 2]" at the place where it is used. */
  refer(text: string): Inline;
  all(): readonly { readonly id: string; readonly text: string }[];
};

/** An empty book of notes. */
export function openNoteBook(): NoteBook {
  const ids = new Map<string, string>();
  return {
    refer: (text) => {
      const id = ids.get(text) ?? `n${ids.size + 1}`;
      ids.set(text, id);
      return { kind: "note", note: id };
    },
    all: () => [...ids].map(([text, id]) => ({ id, text })),
  };
}

/** The card a content needs. @throws AppError REPORT_INVALID where the template's subject has none */
export function cardOf({ card, template, section }: Pick<Making, "card" | "template" | "section">): ScoredCard {
  if (card === null)
    throw new AppError(
      "REPORT_INVALID",
      `Section "${section.id}" of ${template.file} needs a scorecard, and the report is about ${template.subject}.`,
      "Take that content out of the template, or make the template about a scorecard.",
    );
  return card;
}

/** "19b", "1.10"; "Children Looked After": two of these read alike in an id only where they differ in capitals. */
const PLAIN_NUMBER = /^\d[a-z0-9]*(\.[a-z0-9]+)*$/;
const PLAIN_NAME = /^[A-Z][a-z]+( [A-Za-z][a-z]*)*$/;

/** "1.10" → "1-10": part of a block's id. What is not as plain keeps apart by a few signs of its hash: "1-10", "Reg 44", "①". */
export function idPart(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (PLAIN_NUMBER.test(text) || PLAIN_NAME.test(text)) return plain;
  return `${plain === "" ? "x" : plain}-${sha256(Buffer.from(text, "utf8")).slice(0, 6)}`;
}
