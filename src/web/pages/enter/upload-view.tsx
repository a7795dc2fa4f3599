/** Figures from a spreadsheet: the form, and what is wrong with each row. */
import type { AppError } from "../../../domain/errors.ts";
import type { RowsRead } from "../../../services/by-hand/read-rows.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { FileUpload } from "../../components/file-upload/file-upload.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import { monthWords } from "./month-words.ts";

export type UploadView = {
  readonly pasted: string;
  readonly keep: "none" | "good";
  /** What was sent could not be read at all. */
  readonly fault: AppError | null;
  /** What was read, where some rows were wrong; `saved` where the good ones were kept. */
  readonly read: (RowsRead & { readonly saved?: number }) | null;
};

type Props = { readonly site: Site; readonly view: UploadView; readonly months: readonly string[] };

/** The page. */
export function UploadPage({ site, view, months }: Props) {
  const { read, fault } = view;
  const isError = fault !== null || (read !== null && read.saved === undefined);
  return (
    <Page
      site={site}
      title={`${isError ? "Error: " : ""}Figures from a spreadsheet`}
      part="/enter"
      audience="none"
      above={[{ text: "Enter figures", href: "/enter" }]}
    >
      {fault && (
        <ErrorSummary title="There is a problem" errors={[{ text: fault.message, href: "#files" }]}>
          {fault.remedy}
        </ErrorSummary>
      )}
      {read && read.saved === undefined && (
        <ErrorSummary title="Nothing was saved" errors={[{ text: readSentence(read), href: "#rows" }]} />
      )}
      {read?.saved !== undefined && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">
            {`${countOf(read.saved, "figure was", "figures were")} saved. ${readSentence(read)}`}
          </p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Figures from a spreadsheet</h1>
      {read && read.issues.length > 0 && <Issues read={read} />}
      <Template months={months} />
      <UploadForm site={site} view={view} />
    </Page>
  );
}

function readSentence({ rows, issues }: RowsRead): string {
  if (rows.length === 0 && issues.length === 0) return "There are no rows below the headings.";
  const bad = new Set(issues.map(({ row }) => row)).size;
  return `${countOf(bad, "row cannot", "rows cannot")} be used; ${countOf(rows.length, "row is", "rows are")} good.`;
}

function Issues({ read }: { readonly read: RowsRead }) {
  return (
    <section id="rows" aria-label="Rows that cannot be used">
      <Table
        class="app-cards"
        caption="Rows that cannot be used"
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={["Row", "Column", "What is wrong"].map((content) => ({ content }))}
        rows={read.issues.map(({ row, column, message }) => [
          { content: `Row ${row}` },
          { content: column === "" ? "The whole row" : column, attributes: { "data-label": "Column" } },
          { content: message },
        ])}
      />
    </section>
  );
}

function Template({ months }: { readonly months: readonly string[] }) {
  return (
    <>
      <p class="govuk-body">
        The first line names the columns: measure (its id or title), period, numerator, denominator, value, state, note.
        Rows with nothing in them change nothing.
      </p>
      <form method="get" action="/enter/figures.csv" class="app-data-filters">
        <Select
          id="month"
          name="month"
          label="A file to fill in, with your measures for"
          options={months.map((value) => ({ value, text: monthWords(value) }))}
        />
        <Button class="govuk-button--secondary app-data-filters__go">Download</Button>
      </form>
    </>
  );
}

function UploadForm({ site, view }: { readonly site: Site; readonly view: UploadView }) {
  return (
    <Form site={site} action="/enter/upload" multipart>
      <Textarea
        id="pasted"
        name="pasted"
        label="Paste rows here, with their headings"
        labelClass="govuk-label--s"
        rows={8}
        spellcheck={false}
        value={view.pasted}
      />
      <Radios
        idPrefix="keep"
        name="keep"
        legend="If some rows cannot be used"
        legendClass="govuk-fieldset__legend--s"
        value={view.keep}
        items={[
          { value: "none", text: "Save nothing, and show me which" },
          { value: "good", text: "Save the good rows" },
        ]}
      />
      <FileUpload
        id="files"
        name="files"
        label="Or choose a CSV file"
        labelClass="govuk-label--s"
        hint="Up to 2 MB. A file is used before what is pasted."
        error={view.fault?.message}
      />
      <Button>Save the figures</Button>
    </Form>
  );
}
