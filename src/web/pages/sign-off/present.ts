/** The release desk as its page prints it: what is in the way with where to mend it, who signed, what is announced, what is out. */

import type { Blocker, Thought } from "../../../services/publishing/blockers.ts";
import type { ReleaseState } from "../../../services/publishing/release-state.ts";
import type { Viewer } from "../../viewer.ts";
import { countOf, longDate, longInstant } from "../../words.ts";
import { mayForAll } from "./for-all.ts";

export type ToMend = {
  readonly sentence: string;
  /** Where it is mended; `null` where a form on this very page does it. */
  readonly link: { readonly href: string; readonly text: string } | null;
  /** The rule a form on this page can accept. */
  readonly rule: string | null;
};

export type DeskView = {
  readonly scorecard: string;
  readonly period: string;
  readonly title: string;
  readonly periodLabel: string;
  readonly href: string;
  readonly fingerprint: string;
  readonly counts: string;
  readonly blockers: readonly ToMend[];
  readonly thoughts: readonly ToMend[];
  readonly hidden: string;
  readonly hiddenList: readonly string[];
  readonly signatures: readonly {
    readonly id: number;
    readonly words: string;
    readonly isStale: boolean;
  }[];
  /** Roles that must sign and have not, or whose signature no longer covers the card. */
  readonly toSign: readonly string[];
  readonly accepted: readonly { readonly id: number; readonly words: string }[];
  readonly plan: string;
  readonly editions: readonly { readonly id: string; readonly href: string; readonly words: string }[];
  /** Whether nothing but signatures stands in the way. */
  readonly isReadyToSign: boolean;
  readonly isReady: boolean;
  readonly may: {
    readonly sign: boolean;
    readonly publish: boolean;
    readonly judge: boolean;
  };
};

/** The page for one viewer. */
export function presentDesk(state: ReleaseState, viewer: Viewer, nameOf: (actor: string) => string): DeskView {
  const { card, blockers, signed, editions, plan, hidden, roles } = state;
  const place = { scorecard: card.scorecard, period: card.period.id };
  const { red, amber, green, total } = card.ratings;
  return {
    ...place,
    title: card.title,
    periodLabel: card.period.label,
    href: `/sign-off/${place.scorecard}/${place.period}`,
    fingerprint: state.fingerprint,
    counts: `Red ${red}, amber ${amber}, green ${green}, not rated ${card.ratings["not-rated"]}: ${total} indicators in all.`,
    blockers: blockers.map((one) => mendOf(one, place)),
    thoughts: state.thoughts.map((one) => thoughtOf(one, place)),
    hidden:
      hidden.length === 0
        ? "No figure of this period is withheld from the public."
        : `${countOf(hidden.length, "figure")} of this period ${hidden.length === 1 ? "is" : "are"} withheld from the public, because a number could tell of a child.`,
    hiddenList: hidden.map(({ reference, title }) => `${reference} ${title}`),
    signatures: signed.map(({ id, role, person, at, isStale }) => ({
      id,
      isStale,
      words: `${role}: ${nameOf(person)}, ${longInstant(at)}`,
    })),
    toSign: roles.filter((role) => !signed.some((one) => one.role === role && !one.isStale)),
    accepted: state.acceptances.map(({ id, rule, reason, author }) => ({
      id,
      words: `${rule}: ${reason} (${nameOf(author)})`,
    })),
    plan:
      plan === null
        ? "No day has been announced."
        : `To be published on ${longDate(plan.publishOn)}, announced on ${longDate(plan.announcedOn)}.`,
    editions: editions.map(({ id, publishedAt, publishedBy }) => ({
      id,
      href: `/editions/${id}`,
      words: `Edition ${id}, published ${longInstant(publishedAt)} by ${nameOf(publishedBy)}`,
    })),
    isReadyToSign: blockers.every(({ kind }) => kind === "signature" || kind === "stale-signature"),
    isReady: blockers.length === 0,
    may: {
      sign: mayForAll(viewer, "sign-off"),
      publish: mayForAll(viewer, "publish"),
      judge: mayForAll(viewer, "judge-figures"),
    },
  };
}

type Place = { readonly scorecard: string; readonly period: string };

function mendOf(blocker: Blocker, { scorecard, period }: Place): ToMend {
  const { sentence } = blocker;
  switch (blocker.kind) {
    case "comment":
    case "flags": {
      const text = blocker.kind === "comment" ? "Finish or take away the comment" : "Mend or answer its flags";
      return { sentence, rule: null, link: { href: `/comments/${scorecard}/${period}/${blocker.comment}`, text } };
    }
    case "disclosure":
      return {
        sentence,
        rule: null,
        link: { href: `/judge/${scorecard}/${period}/${blocker.reference}`, text: "Change the reason" },
      };
    case "reconciliation":
      return { sentence, rule: blocker.rule, link: null };
    default:
      return { sentence, rule: null, link: { href: "#sign", text: "Sign off" } };
  }
}

function thoughtOf({ kind, reference, sentence }: Thought, { scorecard, period }: Place): ToMend {
  const link =
    kind === "silent-red"
      ? { href: `/comments/${scorecard}/${period}/new?on=${encodeURIComponent(reference)}`, text: "Write about it" }
      : { href: `/judge/${scorecard}/${period}/${reference}`, text: "Look at how it is judged" };
  return { sentence, link, rule: null };
}
