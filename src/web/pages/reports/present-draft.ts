/** A draft as its page shows it: how it stands, what is in the way of its release, and where words can be written. */

import { permits } from "../../../domain/access/policy.ts";
import type { Text } from "../../../domain/report/document.ts";
import { placeOfBlock, type Writable } from "../../../domain/report/draft.ts";
import { isBlocking } from "../../../services/report/claims.ts";
import type { OpenDraft } from "../../../services/report/drafts.ts";
import { listedReport } from "../../../services/report/list-reports.ts";
import { type ReleaseState, releaseState, releasesOf } from "../../../services/report/release.ts";
import { mayRelease } from "../../../services/report/report-desk.ts";
import { copyOf } from "../../../services/report/report-files.ts";
import { longDate, longInstant, periodNamed } from "../../words.ts";
import { namesOf } from "../challenge/names.ts";
import { partHref } from "./body.tsx";
import type { Exchange } from "./exchange.ts";

export type Todo = { readonly href: string; readonly text: string };

export type DraftModel = {
  readonly open: OpenDraft;
  readonly standing: string;
  readonly period: string;
  readonly gaps: readonly Todo[];
  readonly conflicts: readonly Todo[];
  readonly flags: readonly Todo[];
  /** Where the card is signed off and published, when it has not been. */
  readonly unpublished: string | null;
  readonly asks: number;
  readonly state: ReleaseState;
  readonly released: readonly Todo[];
  readonly mayRelease: boolean;
  readonly maySignOff: boolean;
  readonly marking: string;
};

/** Puts the page together. */
export async function presentDraft({ desk, who }: Exchange, open: OpenDraft): Promise<DraftModel> {
  const { draft, made } = open;
  const [state, releases, nameOf] = await Promise.all([
    releaseState(desk, open),
    releasesOf(desk, draft.id),
    namesOf(desk.store),
  ]);
  const isPublic = draft.audience === "published";
  return {
    open,
    state,
    standing: `Begun by ${nameOf(draft.author)} ${longInstant(draft.openedAt)}, last changed ${longInstant(draft.at)}.`,
    period: periodNamed(draft.period),
    gaps: made.gaps.map(({ id, words }) => ({
      href: id.startsWith("ask-") ? answersHref(draft.id, id) : partHref(id),
      text: words,
    })),
    conflicts: made.conflicts.map(({ passage, now }) => ({
      href: writeHref(draft.id, passage),
      text:
        now === null
          ? `The place of “${begin(passage.body)}” is gone`
          : `The data changed under “${begin(passage.body)}”`,
    })),
    flags: state.flagged.flatMap(({ at, place, flags }) =>
      flags.filter(isBlocking).map(({ message }) => ({
        href:
          at.kind === "ask"
            ? answersHref(draft.id, `ask-${at.id}`)
            : writeHref(draft.id, { block: at.id, kind: place.startsWith("add ") ? "add" : "replace" }),
        text: message,
      })),
    ),
    unpublished:
      isPublic && !state.isPublished && draft.scorecard !== null
        ? `/sign-off/${draft.scorecard}/${draft.period}`
        : null,
    asks: listedReport(desk.live.current().catalogue, draft.template).asks.length,
    released: releases.map(({ id, at, author, withdrawn }) => ({
      href: `/reports/released/${id}`,
      text: `${withdrawn === null ? "Released" : "Released and taken back"}: ${longInstant(at)} by ${nameOf(author)}`,
    })),
    mayRelease: isPublic && mayRelease(who),
    maySignOff: permits(who.grants, "see-figures"),
    marking: copyOf(made, { isFinal: false }).marking,
  };
}

/** The page on which a place of a draft is written. */
export function writeHref(draft: number, { block, kind }: { readonly block: string; readonly kind: string }): string {
  return `/reports/drafts/${draft}/write?${new URLSearchParams({ at: block, kind })}`;
}

/** The form of what only the writer knows, at one of its questions. */
export function answersHref(draft: number, id: string): string {
  return `/reports/drafts/${draft}/answers#${id}`;
}

export type BesideLinks = {
  readonly edit: { readonly href: string; readonly text: string };
  readonly add: { readonly href: string; readonly text: string } | null;
  /** The words the links are about, for those who hear them one by one. */
  readonly about: string;
  /** Who wrote it, where somebody did. */
  readonly by: string | null;
};

/** What can be done with a paragraph or gap. */
export function linksBeside({ draft, passages }: OpenDraft, block: Writable): BesideLinks | null {
  const { id } = block;
  if (id === undefined) return null;
  const place = placeOfBlock(id);
  const isWritten = passages.some((one) => one.block === place.block && one.kind === place.kind);
  const hasAdded = passages.some((one) => one.block === place.block && one.kind === "add");
  const isAsk = block.kind === "gap" && id.startsWith("ask-");
  const about = begin(wordsOf(block));
  return {
    about,
    by: draft.audience === "published" && isWritten ? byWords(block) : null,
    edit: isAsk
      ? { href: answersHref(draft.id, id), text: "Answer" }
      : { href: writeHref(draft.id, place), text: block.kind === "gap" ? "Write it" : "Change" },
    add:
      place.kind === "add" || hasAdded || block.kind === "gap"
        ? null
        : { href: writeHref(draft.id, { block: id, kind: "add" }), text: "Add after it" },
  };
}

/** Internal reports say it themselves, wherever they are read. */
function byWords(block: Writable): string | null {
  if (block.kind !== "paragraph" || block.by === undefined) return null;
  return `Written by ${block.by.person}, ${longDate(block.by.on)}`;
}

function wordsOf(block: Writable): string {
  if (block.kind === "gap") return block.words;
  const text: Text = block.kind === "list" ? (block.items[0] ?? []) : block.text;
  return text.map((part) => (typeof part === "string" ? part : "text" in part ? part.text : "")).join("");
}

/** The first words of a text. */
export function begin(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= 60 ? words : `${words.slice(0, 59).trimEnd()}…`;
}
