/** The form that keeps a list under a name, or changes what it is called and who shares it. */
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";

export type KeepForm = {
  /** Of a list that is kept already. */
  readonly id?: number;
  readonly version?: number | undefined;
  readonly name: string;
  readonly about: string;
  readonly team: string;
  readonly question: { readonly measure: string; readonly [field: string]: string | undefined };
  readonly errors: { readonly name?: string };
};

export type KeepPageProps = {
  readonly site: Site;
  readonly form: KeepForm;
  readonly teams: readonly string[];
  readonly measure: string;
};

/** The form's page. */
export function KeepPage({ site, form, teams, measure }: KeepPageProps) {
  const { id, version, name, about, team, question, errors } = form;
  const title = id === undefined ? "Keep a list under a name" : "Change a list";
  return (
    <Page
      site={site}
      title={errors.name === undefined ? title : `Error: ${title}`}
      part="/teams"
      above={[
        { text: "Teams", href: "/teams?all=yes" },
        { text: "Kept lists", href: "/lists" },
      ]}
      audience="none"
    >
      {errors.name !== undefined && (
        <ErrorSummary title="There is a problem" errors={[{ text: errors.name, href: "#name" }]} />
      )}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{measure}</span>
        {title}
      </h1>
      <p class="govuk-body">
        What is kept is the question, not the rows: whoever opens the list sees the children they may look at on that
        day.
      </p>
      <Form site={site} action={id === undefined ? "/lists" : `/lists/${id}/change`}>
        {id === undefined &&
          Object.entries(question).map(
            ([field, value]) =>
              typeof value === "string" && <input key={field} type="hidden" name={field} value={value} />,
          )}
        {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
        <Input id="name" name="name" label="Name" value={name} error={errors.name} autocomplete="off" />
        <Input id="about" name="about" label="What it is for (optional)" value={about} autocomplete="off" />
        <Select
          id="share"
          name="share"
          label="Who shares it"
          options={[
            { value: "", text: "Only you", selected: team === "" },
            ...teams.map((one) => ({ value: one, text: one, selected: one === team })),
          ]}
        />
        <Button>{id === undefined ? "Keep the list" : "Save"}</Button>
      </Form>
    </Page>
  );
}
