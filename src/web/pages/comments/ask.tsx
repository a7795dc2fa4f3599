/** Asking somebody for a comment: who, on what, by when. */
import { Button } from "../../components/button/button.tsx";
import { DateInput, type DateParts } from "../../components/date-input/date-input.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import type { PageError } from "./comment-model.ts";

export type AskModel = {
  readonly href: string;
  readonly cardTitle: string;
  readonly periodLabel: string;
  readonly people: readonly { readonly email: string; readonly name: string }[];
  readonly sections: readonly string[];
  readonly typed: {
    readonly owner: string;
    readonly section: string;
    readonly references: string;
    readonly due: DateParts;
  };
  readonly errors: readonly PageError[];
};

/** The page. */
export function AskPage({ site, ask }: { readonly site: Site; readonly ask: AskModel }) {
  const { href, cardTitle, periodLabel, people, sections, typed, errors } = ask;
  const errorOf = (id: string): { readonly error?: string } => {
    const found = errors.find((error) => error.href === `#${id}`);
    return found === undefined ? {} : { error: found.text };
  };
  return (
    <Page
      site={site}
      title={`${errors.length > 0 ? "Error: " : ""}Ask for a comment`}
      part="/comments"
      audience="none"
      above={[
        { text: "Commentary", href: "/comments" },
        { text: `${cardTitle}, ${periodLabel}`, href },
      ]}
    >
      {errors.length > 0 && <ErrorSummary title="There is a problem" errors={errors} />}
      <h1 class="govuk-heading-l">{`Ask for a comment on ${cardTitle}, ${periodLabel}`}</h1>
      <Form site={site} action={`${href}/ask`} attributes={{ "data-draft": `ask ${href}` }}>
        <Select
          id="owner"
          name="owner"
          label="Who is to write it"
          options={[
            { value: "", text: "Choose somebody" },
            ...people.map(({ email, name }) => ({ value: email, text: name, selected: email === typed.owner })),
          ]}
          {...errorOf("owner")}
        />
        <Input
          id="references"
          name="references"
          label="On which indicators"
          hint="References such as 19a, 29 & 30 or 69-72. Leave empty to ask about a section or the whole scorecard."
          value={typed.references}
          class="govuk-input--width-20"
          {...errorOf("references")}
        />
        <Select
          id="section"
          name="section"
          label="Or on a section"
          options={[
            { value: "", text: "The whole scorecard" },
            ...sections.map((title) => ({ value: title, text: title, selected: title === typed.section })),
          ]}
        />
        <DateInput id="due" namePrefix="due" legend="Due by" values={typed.due} {...errorOf("due")} />
        <Button>Ask</Button>
      </Form>
    </Page>
  );
}
