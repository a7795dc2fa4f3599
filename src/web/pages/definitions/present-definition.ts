/** What the page of one definition prints. */
import type { CurrentDefinition, Subject } from "../../../services/definitions/current-definition.ts";
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import type { DefinitionVersion } from "../../../services/definitions/history.ts";
import { KINDS } from "../../../services/definitions/kinds.ts";
import { longInstant } from "../../words.ts";
import { DONE_WORDS, definitionHref, draftHref, kindTitle, STATE_WORDS } from "./words.ts";

export type DefinitionView = {
  readonly href: string;
  readonly kind: string;
  readonly title: string;
  readonly about: string;
  readonly text: string;
  readonly done: string | null;
  /** Where its figures are. */
  readonly seeHref: string | null;
  readonly seeText: string;
  readonly open: readonly { readonly href: string; readonly text: string }[];
  readonly versions: readonly {
    readonly number: number;
    readonly name: string;
    readonly href: string;
    readonly at: string;
    readonly reason: string;
    readonly author: string;
    readonly approver: string;
    readonly breaks: string;
    readonly mayRestore: boolean;
  }[];
  readonly hasFirst: boolean;
  readonly changedByHand: boolean;
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
};

type Facts = {
  readonly subject: Subject;
  readonly current: CurrentDefinition;
  /** A sentence on it, where there is one. */
  readonly about: string | undefined;
  readonly versions: readonly DefinitionVersion[];
  readonly drafts: readonly DefinitionDraft[];
  readonly changedByHand: boolean;
  readonly done: string | undefined;
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
};

/** The definition in force with its history. */
export function presentDefinition(facts: Facts): DefinitionView {
  const { subject, current, about, versions, drafts, changedByHand, done, mayPropose, mayApprove } = facts;
  const href = definitionHref(subject.kind, subject.subject);
  const see = seeOf(subject);
  return {
    href,
    kind: kindTitle(subject.kind),
    title: current.title,
    about: about ?? KINDS[subject.kind].about,
    text: current.text,
    done: done === undefined ? null : (DONE_WORDS[done] ?? null),
    seeHref: see?.href ?? null,
    seeText: see?.text ?? "",
    open: drafts.map(({ id, authors, state }) => ({
      href: draftHref(id),
      text: `draft of ${authors.join(", ")} (${STATE_WORDS[state].tag.toLowerCase()})`,
    })),
    versions: versions.map((version) => ({
      number: version.version,
      name: `Version ${version.version}`,
      href: `${href}/versions/${version.version}`,
      at: longInstant(version.at),
      reason: version.reason,
      author: version.author,
      approver: version.approver,
      breaks: version.breaksFrom === null ? "Runs on" : `Breaks from ${version.breaksFrom}`,
      mayRestore: mayPropose && version.content !== current.text,
    })),
    hasFirst: versions.some(({ version, before }) => version === 1 && before !== null && before !== current.text),
    changedByHand,
    mayPropose,
    mayApprove,
  };
}

function seeOf({ kind, subject }: Subject): { readonly href: string; readonly text: string } | null {
  if (kind === "measure") return { href: `/measures/${subject}`, text: "See its figures" };
  if (kind === "scorecard") return { href: `/scorecards/${subject}`, text: "See the scorecard" };
  return kind === "target" ? { href: `/scorecards/${subject.split(" ")[0]}`, text: "See the scorecard" } : null;
}
