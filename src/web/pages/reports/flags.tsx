/** What checking found in words written into a report, with a box for the reason where it keeps the report from being released. */
import { type CheckedWriting, isBlocking } from "../../../services/report/claims.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";

type Props = { readonly site: Site; readonly draft: number; readonly writing: CheckedWriting; readonly title: string };

/** Nothing where nothing was found. */
export function WrittenFlags({ site, draft, writing: { place, flags }, title }: Props) {
  if (flags.length === 0) return null;
  return (
    <section aria-label={title === "" ? "What checking found" : `What checking found: ${title}`}>
      <h2 class="govuk-heading-m">{title === "" ? "What checking found" : `What checking found in “${title}”`}</h2>
      <ol class="app-flags">
        {flags.map((flag, index) => (
          <li key={flag.id} class="app-flags__flag">
            <p class="govuk-body">
              <strong>{`“${flag.quote}”`}</strong>{" "}
              <Tag class={isBlocking(flag) ? "govuk-tag--orange" : "govuk-tag--grey"}>
                {isBlocking(flag) ? "To mend or answer" : flag.answer === null ? "To look at" : "Answered"}
              </Tag>
            </p>
            <p class="govuk-body">{`${flag.message} `}</p>
            <p class="govuk-body app-muted">{flag.remedy}</p>
            {flag.answer !== null && (
              <p class="govuk-body">{`Answered by ${flag.answer.author}: ${flag.answer.reason}`}</p>
            )}
            {isBlocking(flag) && (
              <Form site={site} action={`/reports/drafts/${draft}/flags`}>
                <input type="hidden" name="place" value={place} />
                <input type="hidden" name="flag" value={flag.id} />
                <Textarea
                  id={`reason-${index}`}
                  name="reason"
                  label={`Why “${flag.quote}” may stand as it is`}
                  hint="Or mend the words instead."
                  rows={2}
                />
                <Button class="govuk-button--secondary">Keep the reason</Button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
