/** A measure's file as the fields of a form, and back: only the keys whose fields changed are written anew. */
import { parseDocument } from "yaml";
import { itemsAt, replaceItems, setKey } from "./edit-yaml.ts";
import { type ExampleFields, exampleFieldsOf, writtenExample } from "./example-form.ts";
import { measureFileSchema } from "./measure-schema.ts";

/** One cohort as fields; what does not belong to its timing is empty. */
export type CohortFields = {
  readonly table: string;
  readonly timing: "flow" | "snapshot" | "trailing";
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly days: string;
  readonly months: string;
  readonly where: string;
  readonly count: string;
  readonly lag: string;
};

export const SHAPES = ["count", "proportion", "ratio", "rate", "summary", "by-hand"] as const;
export type ShapeName = (typeof SHAPES)[number];

/** Keys that are one text each, as their fields are named. */
export const TEXT_KEYS = [
  "title",
  "definition",
  "shows",
  "why",
  "source",
  "local",
  "notes",
  "unit",
  "decimals",
  "polarity",
  "change",
  "numerator",
  "value",
  "summary",
  "weight",
  "population",
  "cadence",
  "basis",
  "owner",
  "reviewed",
  "review_by",
] as const;
export type TextKey = (typeof TEXT_KEYS)[number];

export type SettingFields = { readonly name: string; readonly value: string; readonly words: string };

export type MeasureFields = {
  readonly id: string;
  readonly texts: Readonly<Record<TextKey, string>>;
  readonly shape: ShapeName;
  readonly cohort: CohortFields;
  readonly denominator: CohortFields;
  readonly windows: readonly string[];
  readonly breakdowns: readonly string[];
  readonly needs: string;
  readonly published: string;
  readonly differs: string;
  /** It counts no persons, so small numbers of it may be published. */
  readonly countsNoPersons: boolean;
  readonly settings: readonly SettingFields[];
  readonly examples: readonly ExampleFields[];
};

/** The order keys stand in, for where a new one goes. */
const ORDER = Object.keys(measureFileSchema.shape);

type Plain = Readonly<Record<string, unknown>>;

/** The fields of a measure's file; `null` when its YAML cannot be read, so that only the written form can mend it. */
export function measureFieldsOf(text: string): MeasureFields | null {
  const document = parseDocument(text);
  const plain: unknown = document.errors.length > 0 ? null : document.toJS();
  if (!isPlain(plain)) return null;
  const { published } = plain;
  return {
    id: textOf(plain.id),
    texts: Object.fromEntries(TEXT_KEYS.map((key) => [key, textOf(plain[key])])) as Record<TextKey, string>,
    shape: shapeOf(plain),
    cohort: cohortFieldsOf(plain.cohort),
    denominator: cohortFieldsOf(plain.denominator),
    windows: listOf(plain.time_basis).map(textOf),
    breakdowns: listOf(plain.breakdowns).map(textOf),
    needs: listOf(plain.needs).map(textOf).join(", "),
    published: isPlain(published) ? textOf(published.indicator) : textOf(published),
    differs: isPlain(published) ? textOf(published.differs) : "",
    countsNoPersons: plain.disclosure === "none",
    settings: Object.entries(isPlain(plain.settings) ? plain.settings : {}).map(([name, setting]) => ({
      name,
      value: isPlain(setting) ? textOf(setting.value) : "",
      words: isPlain(setting) ? textOf(setting.words) : "",
    })),
    examples: listOf(plain.examples).filter(isPlain).map(exampleFieldsOf),
  };
}

/** The file with the fields of the form in it. */
export function withMeasureFields(text: string, fields: MeasureFields): string {
  const before = measureFieldsOf(text);
  if (before === null) return text;
  const [was, now] = [keysOf(before), keysOf(fields)];
  const changed = Object.keys(now).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key]));
  const written = changed.reduce(
    (file, key) =>
      setKey(file, { key, value: now[key], flow: typeof now[key] === "object" && key !== "settings" }, ORDER),
    text,
  );
  return withExamples(written, before.examples, fields.examples);
}

/** What each key of the file holds when it holds these fields; `undefined` for keys that are left out. */
function keysOf(fields: MeasureFields): Plain {
  const { texts, shape } = fields;
  const belongs: Partial<Record<TextKey, ShapeName>> = {
    numerator: "proportion",
    population: "rate",
    value: "summary",
    summary: "summary",
    weight: "summary",
    cadence: "by-hand",
    basis: "by-hand",
  };
  const words = TEXT_KEYS.map((key) => {
    const isForeign = belongs[key] !== undefined && belongs[key] !== shape;
    return [key, isForeign || texts[key].trim() === "" ? undefined : plainOf(key, texts[key])] as const;
  });
  return {
    ...Object.fromEntries(words),
    cohort: shape === "by-hand" ? undefined : writtenCohort(fields.cohort),
    denominator: shape === "ratio" ? writtenCohort(fields.denominator) : undefined,
    collected: shape === "by-hand" ? "by-hand" : undefined,
    time_basis: fields.windows,
    breakdowns: fields.breakdowns.length === 0 ? undefined : fields.breakdowns,
    needs: fields.needs.trim() === "" ? undefined : fields.needs.split(/[\s,]+/).filter(Boolean),
    published: writtenPublished(fields),
    disclosure: fields.countsNoPersons ? "none" : undefined,
    settings: writtenSettings(fields.settings),
  };
}

function plainOf(key: TextKey, text: string): unknown {
  const tidy = text.trim().replace(/\s*\r?\n\s*/g, " ");
  return key === "decimals" && /^\d+$/.test(tidy) ? Number(tidy) : tidy;
}

function writtenPublished({ published, differs }: MeasureFields): unknown {
  if (published.trim() === "") return undefined;
  return differs.trim() === "" ? published.trim() : { indicator: published.trim(), differs: differs.trim() };
}

function writtenSettings(settings: readonly SettingFields[]): unknown {
  const named = settings.filter(({ name }) => name.trim() !== "");
  if (named.length === 0) return undefined;
  return Object.fromEntries(
    named.map(({ name, value, words }) => [name.trim(), { value: settingValue(value.trim()), words: words.trim() }]),
  );
}

function settingValue(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function writtenCohort(cohort: CohortFields): Plain {
  const { timing, date, days, months } = cohort;
  const span = {
    ...(days.trim() === "" ? {} : { days: Number(days) }),
    ...(months.trim() === "" ? {} : { months: Number(months) }),
  };
  const whole = {
    flow: { counted_by: date.trim() },
    snapshot: { open_on: [cohort.start.trim(), cohort.end.trim()] },
    trailing: { within: { date: date.trim(), ...span } },
  };
  return {
    table: cohort.table.trim(),
    ...whole[timing],
    ...(cohort.where.trim() === "" ? {} : { where: cohort.where.trim().replace(/\s*\r?\n\s*/g, " ") }),
    ...(cohort.count === "children" ? { count: "children" } : {}),
    ...(cohort.lag.trim() === "" || cohort.lag.trim() === "0" ? {} : { lag: Number(cohort.lag) }),
  };
}

function cohortFieldsOf(value: unknown): CohortFields {
  const cohort = isPlain(value) ? value : {};
  const within = isPlain(cohort.within) ? cohort.within : {};
  const [start, end] = listOf(cohort.open_on);
  return {
    table: textOf(cohort.table),
    timing: cohort.open_on !== undefined ? "snapshot" : cohort.within !== undefined ? "trailing" : "flow",
    date: textOf(cohort.counted_by ?? within.date),
    start: textOf(start),
    end: textOf(end),
    days: textOf(within.days),
    months: textOf(within.months),
    where: textOf(cohort.where),
    count: textOf(cohort.count ?? "cases"),
    lag: textOf(cohort.lag),
  };
}

function shapeOf(plain: Plain): ShapeName {
  if (plain.collected !== undefined) return "by-hand";
  if (plain.numerator !== undefined) return "proportion";
  if (plain.denominator !== undefined) return "ratio";
  if (plain.population !== undefined) return "rate";
  return plain.value === undefined ? "count" : "summary";
}

/** Examples that did not change keep their very lines. */
function withExamples(text: string, before: readonly ExampleFields[], after: readonly ExampleFields[]): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return text;
  const lines = itemsAt(text, ["examples"]);
  const written = after.map((example) => {
    const same = before.findIndex((one) => JSON.stringify(one) === JSON.stringify(example));
    return lines[same] ?? writtenExample(example);
  });
  if (lines.length > 0 && written.length > 0) return replaceItems(text, ["examples"], written);
  const without = setKey(text, { key: "examples", value: undefined }, ORDER);
  return written.length === 0 ? without : `${without.replace(/\n?$/, "\n")}examples:\n${written.join("")}`;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined || typeof value === "object" ? "" : String(value).trim();
}
