/** The grid: a row a measure; numbers, words, state and note in cells that the keyboard moves between. */
import { classNames } from "../../components/block.ts";
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import type { CellView, GridRowView, GridView } from "./present-grid.ts";

const HEADINGS = ["Measure", "Numerator", "Denominator", "Figure or words", "State", "Note"];

/** The page of one month. */
export function GridPage({ site, view }: { readonly site: Site; readonly view: GridView }) {
  const title = `Figures of periods that ended in ${view.words}`;
  const action = `/enter/${view.month}?owner=${view.owner}`;
  return (
    <Page
      site={site}
      title={view.errors.length > 0 ? `Error: ${title}` : title}
      part="/enter"
      above={[{ text: "Enter figures", href: "/enter" }]}
      wide
    >
      {view.errors.length > 0 && (
        <ErrorSummary
          title={
            view.isConflict ? "A colleague was quicker; nothing was saved" : "There is a problem; nothing was saved"
          }
          errors={view.errors}
        >
          {view.isConflict && "Both entries are below. Saving again puts yours in place of theirs."}
        </ErrorSummary>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <Chooser view={view} />
      {view.rows.length === 0 ? (
        <p class="govuk-body">No measure of yours has a period that ends in this month. Choose another month.</p>
      ) : (
        <Form site={site} action={action} attributes={{ "data-draft": `enter ${view.month} ${view.owner}` }}>
          <HowTo />
          <Grid title={title} rows={view.rows} />
          <Button>Save the figures</Button>
        </Form>
      )}
    </Page>
  );
}

function Grid({ title, rows }: { readonly title: string; readonly rows: readonly GridRowView[] }) {
  return (
    <table class="govuk-table app-cards app-enter-grid" data-enter-grid>
      <caption class="govuk-visually-hidden">{title}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {HEADINGS.map((heading) => (
            <th key={heading} scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <Row key={row.measure} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Chooser({ view }: { readonly view: GridView }) {
  return (
    <form method="get" action="/enter/go" class="app-data-filters app-no-print">
      <Select id="month" name="month" label="Month" options={view.months} />
      {view.owners.length > 0 ? (
        <Select id="owner" name="owner" label="Owner" options={view.owners} />
      ) : (
        <input type="hidden" name="owner" value={view.owner} />
      )}
      <Button class="govuk-button--secondary app-data-filters__go">Show</Button>
    </form>
  );
}

function HowTo() {
  return (
    <Details summary="How to fill this in" class="app-no-print">
      <p class="govuk-body">
        Enter the numerator and the denominator where there are two; Waymark works the percentage or rate out. Where
        there is no figure, leave the numbers blank and choose why. A state such as Estimated or Provisional is said
        beside the figure. The note is printed with it.
      </p>
      <p class="govuk-body">
        The arrow keys move up and down. Cells copied from a spreadsheet fill the grid from the cell you paste into;
        with rows that name their measures, use{" "}
        <a class="govuk-link" href="/enter/upload">
          figures from a spreadsheet
        </a>
        .
      </p>
    </Details>
  );
}

function Row({ row }: { readonly row: GridRowView }) {
  const { number, cells } = row;
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header app-enter-grid__measure">
        <span>
          <a class="govuk-link" href={`/enter/measures/${row.measure}`}>
            {row.title}
          </a>
          <span class="app-enter-grid__about">{row.period}</span>
          <span class="app-enter-grid__about">{row.status}</span>
          {row.theirs !== "" && (
            <strong class="app-enter-grid__theirs" id={`theirs-${number}`} tabIndex={-1}>
              {row.theirs}
            </strong>
          )}
        </span>
        <input type="hidden" name={`measure-${number}`} value={row.measure} />
        <input type="hidden" name={`version-${number}`} value={String(row.version)} />
      </th>
      <Cell cell={cells.numerator} heading="Numerator" />
      <Cell cell={cells.denominator} heading="Denominator" />
      <Cell cell={cells.value} heading="Figure or words" />
      <td class="govuk-table__cell" data-label="State">
        {cells.state && <StateCell cell={cells.state} row={row} />}
      </td>
      <Cell cell={cells.note} heading="Note" />
    </tr>
  );
}

function Cell({ cell, heading }: { readonly cell: CellView | null; readonly heading: string }) {
  if (cell === null)
    return (
      <td class="govuk-table__cell app-enter-grid__none" data-label={heading}>
        <span aria-hidden="true">–</span>
        <span class="govuk-visually-hidden">{`This measure has no ${heading.toLowerCase()}`}</span>
      </td>
    );
  const isNumber = cell.field === "numerator" || cell.field === "denominator";
  return (
    <td class="govuk-table__cell" data-label={heading}>
      <span class="app-enter-grid__cell">
        <CellError cell={cell} />
        <input
          class={classNames("govuk-input", cell.error && "govuk-input--error", `app-enter-grid__${cell.field}`)}
          id={cell.id}
          name={cell.id}
          type="text"
          value={cell.value}
          aria-label={cell.label}
          aria-describedby={cell.error ? `${cell.id}-error` : undefined}
          inputMode={isNumber ? "decimal" : undefined}
          autocomplete="off"
          data-column={cell.field}
        />
      </span>
    </td>
  );
}

function StateCell({ cell, row }: { readonly cell: CellView; readonly row: GridRowView }) {
  return (
    <span class="app-enter-grid__cell">
      <CellError cell={cell} />
      <select
        class={classNames("govuk-select", cell.error && "govuk-select--error", "app-enter-grid__state")}
        id={cell.id}
        name={cell.id}
        aria-label={cell.label}
        aria-describedby={cell.error ? `${cell.id}-error` : undefined}
        data-column="state"
      >
        {row.states.map(({ value, text, selected }) => (
          <option key={value} value={value} selected={selected}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}

function CellError({ cell }: { readonly cell: CellView }) {
  if (cell.error === undefined) return null;
  return (
    <span id={`${cell.id}-error`} class="govuk-error-message app-enter-grid__error">
      <span class="govuk-visually-hidden">Error:</span> {cell.error}
    </span>
  );
}
