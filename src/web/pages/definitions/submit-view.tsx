/** The last page before a draft is submitted: why it changes, whether the series breaks, and what still stands in the way. */
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { OnlyWhen } from "./only-when.tsx";
import { draftHref } from "./words.ts";

export type SubmitProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly obstacles: readonly string[];
  /** What the recalculation said, in a sentence; `null` where there is none. */
  readonly figures: string | null;
  /** A month to offer for a break: the one after the last whole month. */
  readonly nextMonth: string;
  /** Others who draft a change of the same definition. */
  readonly others: readonly { readonly href: string; readonly text: string }[];
  readonly isOutdated: boolean;
  readonly wasSent: boolean;
  readonly done?: string | undefined;
};

/** Reason, series and submission. */
export function SubmitPage(props: SubmitProps) {
  const { site, draft, obstacles, figures, nextMonth, others, isOutdated, wasSent, done } = props;
  const breaks = draft.breaksFrom === null ? undefined : draft.breaksFrom === "no" ? "no" : "yes";
  return (
    <DraftFrame
      site={site}
      draft={draft}
      part="decide"
      done={done}
      faults={wasSent ? obstacles.map((text) => ({ text, href: hrefOf(text) })) : []}
      faultsTitle="Not submitted yet"
    >
      {isOutdated && <BringUpToDate site={site} draft={draft} />}
      {others.length > 0 && (
        <div class="govuk-inset-text">
          Somebody else is changing it too:{" "}
          {others.map(({ href, text }, index) => (
            <span key={href}>
              {index > 0 && "; "}
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </span>
          ))}
          . Whichever is approved first stands; the other must then be brought up to date.
        </div>
      )}
      <Form site={site} action={draftHref(draft.id, "submit")} attributes={{ "data-draft": true }}>
        <input type="hidden" name="version" value={draft.version} />
        <Textarea
          id="reason"
          name="reason"
          label="Why the definition changes"
          labelClass="govuk-label--m"
          hint="It stays in the history for whoever asks in years to come."
          value={draft.reason ?? ""}
          rows={4}
        />
        {draft.kind === "measure" && draft.base !== null && (
          <>
            {figures && <p class="govuk-body">{figures}</p>}
            <Radios
              idPrefix="breaks"
              name="breaks"
              legend="Does the series break?"
              legendClass="govuk-fieldset__legend--m"
              hint="Where it breaks, figures before and after are not compared, and charts draw the break."
              value={breaks}
              items={[
                { value: "no", text: "No, figures before and after may be compared" },
                { value: "yes", text: "Yes, from a period on" },
              ]}
            />
            <OnlyWhen name="breaks" value="yes" words="If it breaks:">
              <Input
                id="breaksFrom"
                name="breaksFrom"
                label="First period of the new series"
                hint={`Such as ${nextMonth}`}
                class="govuk-input--width-10"
                value={breaks === "yes" ? (draft.breaksFrom ?? "") : nextMonth}
              />
            </OnlyWhen>
          </>
        )}
        {!wasSent && obstacles.length > 0 && (
          <>
            <h2 class="govuk-heading-s">Before it can be submitted</h2>
            <ul class="govuk-list govuk-list--bullet">
              {obstacles.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        <Button name="act" value="submit">
          Submit for approval
        </Button>{" "}
        <Button name="act" value="save" class="govuk-button--secondary">
          Save for later
        </Button>
      </Form>
      <Form site={site} action={draftHref(draft.id, "withdraw")}>
        <input type="hidden" name="version" value={draft.version} />
        <Button class="govuk-button--warning">Withdraw this draft</Button>
      </Form>
    </DraftFrame>
  );
}

function BringUpToDate({ site, draft }: Pick<SubmitProps, "site" | "draft">) {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        The definition in force changed after this draft was begun.{" "}
        <a class="govuk-link" href={draftHref(draft.id, "differences")}>
          Look at the differences
        </a>
        , write into the draft what should stay of the new one, then say that it is up to date.
      </p>
      <Form site={site} action={draftHref(draft.id, "up-to-date")}>
        <input type="hidden" name="version" value={draft.version} />
        <Button class="govuk-button--secondary">It is up to date</Button>
      </Form>
    </div>
  );
}

function hrefOf(text: string): string {
  if (text.startsWith("Say why")) return "#reason";
  return /series|period/.test(text) ? "#breaks" : "#main-content";
}
