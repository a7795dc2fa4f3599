/** A draft that is submitted or decided: what it changes and why, and the decision of a second person. */
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import type { DifferenceLine } from "../../../services/definitions/line-differences.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { Differences } from "./differences.tsx";
import { DraftFrame, type PageFault } from "./draft-frame.tsx";
import { definitionHref, draftHref } from "./words.ts";

export type DecideProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly lines: readonly (DifferenceLine | null)[];
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
  readonly mayPropose: boolean;
  readonly faults?: readonly PageFault[];
  /** What was typed as a reason for returning it. */
  readonly typed?: string;
  readonly done?: string | undefined;
};

/** The decision on a draft. */
export function DecidePage(props: DecideProps) {
  const { site, draft, lines, mayDecide, isOwn, mayPropose, faults = [], typed, done } = props;
  const breaks = draft.breaksFrom === null || draft.breaksFrom === "no" ? "Runs on" : `Breaks from ${draft.breaksFrom}`;
  return (
    <DraftFrame site={site} draft={draft} part="decide" done={done} faults={faults}>
      <SummaryList
        rows={[
          { key: "Why", value: draft.reason ?? "Not said" },
          ...(draft.kind === "measure" ? [{ key: "Series", value: breaks }] : []),
          ...(draft.decidedBy === null ? [] : [{ key: "Decided by", value: draft.decidedBy }]),
          ...(draft.decision ? [{ key: "Decision", value: draft.decision }] : []),
        ]}
      />
      <h2 class="govuk-heading-m">What changes</h2>
      <Differences lines={lines} caption="What the draft changes" />
      {draft.state === "submitted" && mayDecide && !isOwn && (
        <Form site={site} action={draftHref(draft.id, "decide")}>
          <input type="hidden" name="version" value={draft.version} />
          <Textarea
            id="decision"
            name="decision"
            label="Your remark"
            hint="Needed when you return it; kept in the history either way."
            error={faults.find(({ href }) => href === "#decision")?.text}
            value={typed ?? ""}
            rows={3}
          />
          <Button name="act" value="approve">
            Approve: it is in force at once
          </Button>{" "}
          <Button name="act" value="return" class="govuk-button--secondary">
            Return it
          </Button>
        </Form>
      )}
      {draft.state === "submitted" && isOwn && (
        <InsetText>You wrote in this draft, so somebody else decides on it. No setting changes that.</InsetText>
      )}
      {draft.state === "submitted" && mayPropose && <Withdraw site={site} draft={draft} />}
      {draft.state === "withdrawn" && mayPropose && (
        <Form site={site} action={draftHref(draft.id, "put-back")}>
          <input type="hidden" name="version" value={draft.version} />
          <Button>Put it back</Button>
        </Form>
      )}
      {draft.state === "approved" && (
        <p class="govuk-body">
          <a class="govuk-link" href={definitionHref(draft.kind, draft.subject)}>
            See the definition and its versions
          </a>
        </p>
      )}
    </DraftFrame>
  );
}

function Withdraw({ site, draft }: Pick<DecideProps, "site" | "draft">) {
  return (
    <Form site={site} action={draftHref(draft.id, "withdraw")}>
      <input type="hidden" name="version" value={draft.version} />
      <Button class="govuk-button--secondary">Withdraw it</Button>
    </Form>
  );
}
