/** A measure's worked examples as grids: rows of a table, the period asked, what must come; always room for one more. */
import { WINDOWS } from "../../../domain/period.ts";
import type { RelationWords } from "../../../services/definitions/data-words.ts";
import {
  EXPECTATIONS,
  type ExampleFields,
  type GridFields,
  type MeasureFields,
} from "../../../services/definitions/measure-editing.ts";
import { Fieldset } from "../../components/fieldset/fieldset.tsx";
import { Input } from "../../components/input/input.tsx";
import { Select } from "../../components/select/select.tsx";
import { WINDOW_WORDS } from "../../words.ts";
import type { FieldErrors } from "./measure-form-view.tsx";

type ExamplesProps = {
  readonly fields: MeasureFields;
  readonly errorOf: FieldErrors;
  readonly relations: readonly RelationWords[];
};

const EMPTY: ExampleFields = {
  it: "",
  period: "",
  window: "",
  expect: { numerator: "", denominator: "", value: "", text: "", status: "" },
  tables: [],
};

const STATUSES = ["value", "no-cohort", "not-meaningful", "not-available"] as const;

/** Every example and an empty one after them. */
export function ExampleFieldsets({ fields, errorOf, relations }: ExamplesProps) {
  const tables = relations.map(({ name }) => name);
  return (
    <Fieldset legend="Worked examples" legendClass="govuk-fieldset__legend--m">
      <p class="govuk-body">
        At least three, worked out by hand, edges first: both ends of the period, the same day, a missing date, a child
        counted twice, nothing at all. They are run each time you save. Clear “It” and the tables of one to take it out.
      </p>
      {[...fields.examples, EMPTY].map((example, index) => (
        <Example
          key={index}
          index={index}
          example={example}
          isNew={index === fields.examples.length}
          error={errorOf(`example-${index}-it`)}
          table={fields.cohort.table}
          tables={tables}
        />
      ))}
    </Fieldset>
  );
}

type ExampleProps = {
  readonly index: number;
  readonly example: ExampleFields;
  readonly isNew: boolean;
  readonly error: string | undefined;
  /** The measure's own table: the first an example is likely to need. */
  readonly table: string;
  readonly tables: readonly string[];
};

function Example({ index, example, isNew, error, table, tables }: ExampleProps) {
  const prefix = `example-${index}`;
  const spare: GridFields = { name: "", columns: ["child", ""], rows: [] };
  return (
    <Fieldset
      legend={isNew ? "Another example" : `Example ${index + 1}`}
      legendClass="govuk-fieldset__legend--s"
      class="app-example"
    >
      <Input
        id={`${prefix}-it`}
        name={`${prefix}-it`}
        label="It"
        hint={isNew ? "What it shows, such as: counts the forty-fifth working day" : undefined}
        error={error}
        value={example.it}
      />
      <div class="app-field-row">
        <Input
          id={`${prefix}-period`}
          name={`${prefix}-period`}
          label="Period"
          value={example.period}
          class="govuk-input--width-10"
        />
        <Select
          id={`${prefix}-window`}
          name={`${prefix}-window`}
          label="Window"
          options={[
            { value: "", text: "The first of its windows" },
            ...WINDOWS.map((value) => ({ value, text: WINDOW_WORDS[value], selected: value === example.window })),
          ]}
        />
      </div>
      {[...example.tables, spare].map((grid, place) => (
        <Grid
          key={place}
          prefix={`${prefix}-table-${place}`}
          name={`Example ${index + 1}, table ${place + 1}`}
          grid={grid}
          isSpare={place === example.tables.length}
          tables={tables}
          likely={place === 0 ? table : ""}
        />
      ))}
      <div class="app-field-row">
        {EXPECTATIONS.map((name) =>
          name === "status" ? (
            <Select
              key={name}
              id={`${prefix}-expect-status`}
              name={`${prefix}-expect-status`}
              label="Status must be"
              options={["", ...STATUSES].map((value) => ({
                value,
                text: value === "" ? "Any" : value,
                selected: example.expect.status === value,
              }))}
            />
          ) : (
            <Input
              key={name}
              id={`${prefix}-expect-${name}`}
              name={`${prefix}-expect-${name}`}
              label={`${name[0]?.toUpperCase()}${name.slice(1)} must be`}
              value={example.expect[name]}
              class="govuk-input--width-5"
            />
          ),
        )}
      </div>
    </Fieldset>
  );
}

type GridProps = {
  readonly prefix: string;
  readonly name: string;
  readonly grid: GridFields;
  readonly isSpare: boolean;
  readonly tables: readonly string[];
  readonly likely: string;
};

/** A grid with one empty column and two empty rows more than it has. */
function Grid({ prefix, name, grid, isSpare, tables, likely }: GridProps) {
  const columns = isSpare ? grid.columns : [...grid.columns, ""];
  const rows = [...grid.rows, [], []];
  const shown = (
    <>
      <Select
        id={`${prefix}-name`}
        name={`${prefix}-name`}
        label={isSpare ? "Rows of another table (optional)" : "Rows of the table"}
        options={["", ...new Set([...(likely === "" ? [] : [likely]), ...tables])].map((value) => ({
          value,
          text: value === "" ? "None" : value,
          selected: value === grid.name,
        }))}
      />
      <table class="app-grid">
        <caption class="govuk-visually-hidden">{name}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                <input
                  class="govuk-input app-grid__cell"
                  name={`${prefix}-column-${index}`}
                  value={column}
                  aria-label={`${name}: name of column ${index + 1}`}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {columns.map((column, index) => (
                <td key={index}>
                  <input
                    class="govuk-input app-grid__cell"
                    name={`${prefix}-row-${line}-${index}`}
                    value={row[index] ?? ""}
                    aria-label={`${name}: ${column === "" ? `column ${index + 1}` : column}, row ${line + 1}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
  if (!isSpare || likely !== "") return <div class="app-grid-scroll">{shown}</div>;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Add rows of another table</span>
      </summary>
      <div class="app-grid-scroll">{shown}</div>
    </details>
  );
}
