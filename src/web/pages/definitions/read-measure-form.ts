/** Reads the measure's form back into its fields; what the form left out stays as the draft has it. */
import {
  type CohortFields,
  EXPECTATIONS,
  type ExampleFields,
  type GridFields,
  type MeasureFields,
  type SettingFields,
  SHAPES,
  TEXT_KEYS,
} from "../../../services/definitions/measure-editing.ts";
import type { FormBody } from "./form-body.ts";

/** The fields as they were sent. */
export function readMeasureForm(form: FormBody, before: MeasureFields): MeasureFields {
  const shape = SHAPES.find((name) => name === form.one("shape")) ?? before.shape;
  return {
    id: before.id,
    shape,
    texts: Object.fromEntries(
      TEXT_KEYS.map((key) => [key, form.names.includes(key) ? form.one(key) : before.texts[key]]),
    ) as MeasureFields["texts"],
    cohort: readCohort(form, "cohort", before.cohort),
    denominator: readCohort(form, "denominator", before.denominator),
    windows: inOrderOf(before.windows, form.many("windows")),
    breakdowns: inOrderOf(before.breakdowns, form.many("breakdowns")),
    needs: form.one("needs"),
    published: form.one("published"),
    differs: form.one("differs"),
    countsNoPersons: form.one("countsNoPersons") === "yes",
    settings: indexes(form, "setting")
      .map(
        (index): SettingFields => ({
          name: form.one(`setting-${index}-name`),
          value: form.one(`setting-${index}-value`),
          words: form.one(`setting-${index}-words`),
        }),
      )
      .filter(({ name }) => name !== ""),
    examples: indexes(form, "example")
      .map((index) => readExample(form, `example-${index}`))
      .filter(({ it, tables }) => it !== "" || tables.length > 0),
  };
}

function readCohort(form: FormBody, prefix: string, before: CohortFields): CohortFields {
  const at = (name: keyof CohortFields) =>
    form.names.includes(`${prefix}-${name}`) ? form.one(`${prefix}-${name}`) : before[name];
  const timing = at("timing");
  return {
    table: at("table"),
    timing: timing === "snapshot" || timing === "trailing" ? timing : "flow",
    date: timing === "trailing" && form.names.includes(`${prefix}-since`) ? form.one(`${prefix}-since`) : at("date"),
    start: at("start"),
    end: at("end"),
    days: at("days"),
    months: at("months"),
    where: at("where"),
    count: form.one(`${prefix}-count`) === "children" ? "children" : "cases",
    lag: at("lag"),
  };
}

function readExample(form: FormBody, prefix: string): ExampleFields {
  return {
    it: form.one(`${prefix}-it`),
    period: form.one(`${prefix}-period`),
    window: form.one(`${prefix}-window`),
    expect: Object.fromEntries(
      EXPECTATIONS.map((name) => [name, form.one(`${prefix}-expect-${name}`)]),
    ) as ExampleFields["expect"],
    tables: indexes(form, `${prefix}-table`)
      .map((index) => readGrid(form, `${prefix}-table-${index}`))
      .filter(({ name, columns }) => name !== "" && columns.length > 0),
  };
}

/** Columns without a name and rows without a cell were left for more, and go. */
function readGrid(form: FormBody, prefix: string): GridFields {
  const columns = indexes(form, `${prefix}-column`).map((index) => form.one(`${prefix}-column-${index}`));
  const kept = columns.flatMap((name, index) => (name === "" ? [] : [index]));
  const rows = indexes(form, `${prefix}-row`).map((row) =>
    kept.map((column) => form.one(`${prefix}-row-${row}-${column}`)),
  );
  return {
    name: form.one(`${prefix}-name`),
    columns: kept.map((index) => columns[index] ?? ""),
    rows: rows.filter((row) => row.some((cell) => cell !== "")),
  };
}

/** What was chosen, in the order the file has it; what is new comes after. The first window is the one examples are read in. */
function inOrderOf(before: readonly string[], chosen: readonly string[]): readonly string[] {
  return [...before.filter((one) => chosen.includes(one)), ...chosen.filter((one) => !before.includes(one))];
}

/** The numbers that occur after a prefix, in order: example-0-it and example-1-it are 0 and 1. */
function indexes({ names }: FormBody, prefix: string): readonly number[] {
  const found = names.flatMap((name) => {
    const index = name.startsWith(`${prefix}-`) ? /^\d+/.exec(name.slice(prefix.length + 1)) : null;
    return index === null ? [] : [Number(index[0])];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}
