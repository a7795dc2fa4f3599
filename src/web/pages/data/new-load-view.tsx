/** The form for loading files: which, of whom, and how strict to be. */
import { Button } from "../../components/button/button.tsx";
import { DateInput } from "../../components/date-input/date-input.tsx";
import { Details } from "../../components/details/details.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { FileUpload } from "../../components/file-upload/file-upload.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import type { NewLoadErrors, NewLoadField } from "./check-new-load.ts";

type NewLoadProps = {
  readonly site: Site;
  readonly authorities: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: NewLoadErrors;
};

/** The page. */
export function NewLoadPage({ site, authorities, typed, errors }: NewLoadProps) {
  const errorOf = (field: NewLoadField) => errors.find((error) => error.field === field)?.text;
  return (
    <Page
      site={site}
      title={errors.length > 0 ? "Error: Load data" : "Load data"}
      part="/data"
      audience="none"
      above={[{ text: "Data", href: "/data" }]}
    >
      {errors.length > 0 && (
        <ErrorSummary
          title="There is a problem"
          errors={errors.map(({ field, text }) => ({ text, href: `#${field === "asAt" ? "asAt-day" : field}` }))}
        />
      )}
      <h1 class="govuk-heading-l">Load data</h1>
      <p class="govuk-body">
        Waymark recognises the return from what is in the files: SSDA903, CIN census, Annex A, SEN2, the standard
        safeguarding dataset, published statistics, and sheets of your own. Nothing counts until you have seen what was
        found and accepted it.
      </p>
      <Form site={site} action="/data/new" multipart>
        <Whose authorities={authorities} typed={typed} error={errorOf("authority")} />
        <Strictness rows={typed.rows ?? "good"} />
        <Unusual typed={typed} errorOf={errorOf} />
        <FileUpload
          id="files"
          name="files"
          multiple
          label="Files"
          labelClass="govuk-label--s"
          hint="CSV, Excel, XML or JSON; all files of one return together, chosen or dropped here. Up to 500 MB each."
          error={errorOf("files")}
        />
        <Button>Read the files</Button>
      </Form>
    </Page>
  );
}

function Strictness({ rows }: { readonly rows: string }) {
  return (
    <Radios
      idPrefix="rows"
      name="rows"
      legend="If some rows cannot be kept"
      legendClass="govuk-fieldset__legend--s"
      value={rows}
      items={[
        {
          value: "good",
          text: "Keep the good rows",
          hint: "Rows that cannot be kept are listed with their places.",
        },
        { value: "clean", text: "Accept nothing unless every row can be kept" },
      ]}
    />
  );
}

function Whose(props: Pick<NewLoadProps, "authorities" | "typed"> & { readonly error: string | undefined }) {
  const { authorities, typed, error } = props;
  if (authorities.length === 1) return <p class="govuk-body">{`The return is of ${authorities[0]}.`}</p>;
  if (authorities.length === 0)
    return (
      <Input
        id="authority"
        name="authority"
        label="Authority the return is of"
        labelClass="govuk-label--s"
        hint="As it should be printed, for example Wexcombe. It must be the same for every load."
        value={typed.authority}
        error={error}
      />
    );
  return (
    <Select
      id="authority"
      name="authority"
      label="Authority the return is of"
      labelClass="govuk-label--s"
      error={error}
      options={[
        { value: "", text: "Choose" },
        ...authorities.map((name) => ({ value: name, text: name, selected: name === typed.authority })),
      ]}
    />
  );
}

/** Rarely needed, because the files say it themselves. */
function Unusual(
  props: Pick<NewLoadProps, "typed"> & { readonly errorOf: (field: NewLoadField) => string | undefined },
) {
  const { typed, errorOf } = props;
  const isOpen = ["year", "asAt", "kind"].some((field) => errorOf(field as NewLoadField) !== undefined);
  return (
    <Details summary="If the files do not say their year, last day or kind" open={isOpen}>
      <Input
        id="year"
        name="year"
        label="Collection year"
        hint="The year it ends in: 2026 for 2025-26."
        class="govuk-input--width-4"
        value={typed.year}
        error={errorOf("year")}
      />
      <DateInput
        id="asAt"
        namePrefix="asAt"
        legend="Last day the data speaks for"
        hint="For example 31 3 2026."
        error={errorOf("asAt")}
        values={{ day: typed["asAt-day"] ?? "", month: typed["asAt-month"] ?? "", year: typed["asAt-year"] ?? "" }}
      />
      <Input
        id="kind"
        name="kind"
        label="Kind of rows in a sheet of your own"
        hint="For example supervision, audit or complaint."
        class="govuk-input--width-10"
        value={typed.kind}
        error={errorOf("kind")}
      />
    </Details>
  );
}
