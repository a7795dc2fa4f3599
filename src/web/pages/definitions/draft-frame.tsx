/** What every page of a draft has: what it is of, how it stands, and the ways to look at it. */
import type { ComponentChildren } from "preact";
import { type DefinitionDraft, subjectOf } from "../../../services/definitions/drafts.ts";
import type { DefinitionKind } from "../../../services/definitions/kinds.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import { DONE_WORDS, definitionHref, draftHref, kindTitle, STATE_WORDS } from "./words.ts";

export type PageFault = { readonly text: string; readonly href?: string };

export type DraftFrameProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  /** Which of the draft's pages this is. */
  readonly part: "form" | "written" | "figures" | "differences" | "decide";
  readonly done?: string | undefined;
  readonly faults?: readonly PageFault[];
  readonly faultsTitle?: string;
  readonly children: ComponentChildren;
};

/** The page around one view of a draft. */
export function DraftFrame(props: DraftFrameProps) {
  const { site, draft, part, done, faults = [], faultsTitle, children } = props;
  const { kind } = subjectOf(draft);
  const said = done === undefined ? undefined : DONE_WORDS[done];
  const state = STATE_WORDS[draft.state];
  return (
    <Page
      site={site}
      title={`${faults.length > 0 ? "Error: " : ""}Draft: ${draft.title}`}
      part="/definitions"
      above={above(draft, kind)}
      audience={part === "figures" ? "internal" : "none"}
      wide={part === "form" || part === "figures"}
    >
      {faults.length > 0 && <ErrorSummary title={faultsTitle ?? "There is a problem"} errors={faults} />}
      {said && faults.length === 0 && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{said}</p>
        </NotificationBanner>
      )}
      <span class="govuk-caption-l">{kindTitle(kind)}: draft of a change</span>
      <h1 class="govuk-heading-l">{draft.title}</h1>
      <p class="govuk-body">
        <Tag class={state.class}>{state.tag}</Tag> Written by {draft.authors.join(", ")}; last saved{" "}
        {longInstant(draft.at)}.
      </p>
      {draft.state === "returned" && draft.decision && (
        <div class="govuk-inset-text">
          Returned by {draft.decidedBy}: {draft.decision}
        </div>
      )}
      <nav class="app-draft__parts" aria-label="This draft">
        <ul>
          {partsOf(draft, kind).map(({ id, text, href }) => (
            <li key={id}>
              <a class="govuk-link" href={href} aria-current={id === part ? "page" : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}

function above(draft: DefinitionDraft, kind: DefinitionKind) {
  const first = { text: "Definitions", href: "/definitions" };
  return draft.base === null ? [first] : [first, { text: draft.title, href: definitionHref(kind, draft.subject) }];
}

/** Whether the draft may still be written in. */
export function isOpen({ state }: Pick<DefinitionDraft, "state">): boolean {
  return state === "draft" || state === "returned";
}

function partsOf(draft: DefinitionDraft, kind: DefinitionKind) {
  const hasForm = kind === "measure" || kind === "scorecard" || kind === "target";
  const figures = { measure: "Last 24 months", target: "How it would rate" }[kind as "measure"];
  return [
    ...(isOpen(draft) && hasForm ? [{ id: "form", text: "Form", href: draftHref(draft.id) }] : []),
    ...(isOpen(draft)
      ? [{ id: "written", text: "Written form", href: hasForm ? draftHref(draft.id, "written") : draftHref(draft.id) }]
      : []),
    ...(figures === undefined ? [] : [{ id: "figures", text: figures, href: draftHref(draft.id, "figures") }]),
    { id: "differences", text: "Differences", href: draftHref(draft.id, "differences") },
    {
      id: "decide",
      text: isOpen(draft) ? "Reason and submit" : "Decision",
      href: isOpen(draft) ? draftHref(draft.id, "submit") : draftHref(draft.id),
    },
  ];
}
