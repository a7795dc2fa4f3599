/** Publishing a correction: what would differ first, then the kind of revision and its reason. */
import type { EditionChange } from "../../../domain/edition.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import { ChangesByCause } from "./changes.tsx";

export type CorrectModel = {
  readonly id: string;
  readonly title: string;
  readonly deskHref: string;
  readonly changes: readonly EditionChange[];
  readonly kind: string;
  readonly reason: string;
  readonly errors: readonly { readonly text: string; readonly href: string }[];
};

/** The page. */
export function CorrectPage({ site, correct }: { readonly site: Site; readonly correct: CorrectModel }) {
  const { id, title, deskHref, changes, kind, reason, errors } = correct;
  const errorOf = (href: string): { readonly error?: string } => {
    const found = errors.find((error) => error.href === href);
    return found === undefined ? {} : { error: found.text };
  };
  return (
    <Page
      site={site}
      title={`${errors.length > 0 ? "Error: " : ""}Correct ${id}`}
      part="/editions"
      above={[
        { text: "Editions", href: "/editions" },
        { text: id, href: `/editions/${id}` },
      ]}
    >
      {errors.length > 0 && <ErrorSummary title="There is a problem" errors={errors} />}
      <h1 class="govuk-heading-l">{`Publish a correction of ${title}`}</h1>
      <p class="govuk-body">
        {`${id} stays as it was published. The correction is a new edition that says what it corrects, why, and what became of each figure. `}
        <a class="govuk-link" href={deskHref}>
          See what stands in the way of publishing it
        </a>
        : a signature is needed again where something has changed.
      </p>
      <h2 class="govuk-heading-m">{`What would differ: ${countOf(changes.length, "difference")}`}</h2>
      {changes.length === 0 ? (
        <InsetText>Nothing: every figure, target, rating and comparator is as it was published.</InsetText>
      ) : (
        <ChangesByCause changes={changes} />
      )}
      <Form site={site} action={`/editions/${id}/correct`} attributes={{ "data-draft": `correct ${id}` }}>
        <Radios
          idPrefix="kind"
          name="kind"
          legend="Kind of revision"
          legendClass="govuk-fieldset__legend--m"
          value={kind}
          items={[
            {
              value: "scheduled-revision",
              text: "Scheduled",
              hint: "Announced beforehand: provisional figures made final, late recording taken in.",
            },
            {
              value: "unscheduled-revision",
              text: "Unscheduled",
              hint: "Something published was wrong.",
            },
          ]}
          {...errorOf("#kind")}
        />
        <Textarea
          id="reason"
          name="reason"
          label="Why it is corrected"
          labelClass="govuk-label--m"
          hint="Printed at the head of the new edition. Tell no number that is hidden from the public."
          rows={4}
          value={reason}
          {...errorOf("#reason")}
        />
        <Button>Publish the correction</Button>
      </Form>
    </Page>
  );
}
