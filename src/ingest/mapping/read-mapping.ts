/** Reads catalogue/returns/<return>/: the mapping of a year, with the years it is based on taken in, or the file and line of the fault. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, LineCounter, parseDocument } from "yaml";
import { AppError } from "../../domain/errors.ts";
import { TABLES, tableNamed } from "../../domain/tables/index.ts";
import { mappingSchema, type ReturnMapping } from "./schema.ts";

/** A mapping with its own files around it. */
export type MappingFile = {
  readonly mapping: ReturnMapping;
  /** The year whose description was used, where the return has years. */
  readonly year?: number;
  /** The SQL of its preparing steps, in order. */
  readonly prepare: readonly { readonly name: string; readonly sql: string }[];
};

type Raw = Record<string, unknown>;

/** The years a return is described for, in order; empty when one description serves all. */
export function describedYears(catalogueDir: string, returnId: string): readonly number[] {
  const folder = join(catalogueDir, "returns", returnId);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => (/^\d{4}\.yaml$/.test(file) ? [Number(file.slice(0, 4))] : []))
    .sort((a, b) => a - b);
}

/** The mapping for a year: the description of that year, else of the nearest earlier one, else of the earliest. */
export function readMapping(catalogueDir: string, returnId: string, year?: number): MappingFile {
  const folder = join(catalogueDir, "returns", returnId);
  const years = describedYears(catalogueDir, returnId);
  const wanted = year ?? years.at(-1);
  const used = years.findLast((each) => wanted !== undefined && each <= wanted) ?? years[0];
  const file = join(folder, `${used ?? returnId}.yaml`);
  const source = withParts(folder, readYaml(file));
  const parsed = mappingSchema.safeParse(withBase(folder, source));
  if (!parsed.success) throw invalid(source, parsed.error.issues[0]?.path ?? [], parsed.error.issues[0]?.message ?? "");
  checkFields(source, parsed.data);
  return {
    mapping: parsed.data,
    ...(used === undefined ? {} : { year: used }),
    prepare: parsed.data.prepare.map((name) => ({ name, sql: readText(join(folder, name)) })),
  };
}

type YamlFile = { readonly file: string; readonly raw: Raw; readonly placeOf: (path: readonly PropertyKey[]) => Place };

type Place = { readonly file: string; readonly line: number };

function readYaml(file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined)
    throw new AppError(
      "RETURN_INVALID",
      `${file} line ${lines.linePos(fault.pos[0]).line}: ${fault.message.split("\n")[0]}`,
      "Mend the YAML of the file.",
    );
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (!isMap(document.contents))
    throw new AppError("RETURN_INVALID", `${file}: the file is not a mapping.`, "Begin it with return: and title:.");
  return { file, raw: document.toJS() as Raw, placeOf: (path) => ({ file, line: lineOf(path) }) };
}

/** Takes in the files a long mapping is kept in (`parts:`): their tables, rows and ignored columns, in order. */
function withParts(folder: string, whole: YamlFile): YamlFile {
  const { parts: names, ...own } = whole.raw;
  if (!Array.isArray(names)) return whole;
  const files = [{ ...whole, raw: own }, ...names.map((name) => readYaml(join(folder, String(name))))];
  const origin = files.flatMap((file) => list(file.raw.rows).map((_, index) => ({ file, index })));
  return {
    file: whole.file,
    raw: {
      ...own,
      tables: Object.assign({}, ...files.map(({ raw }) => record(raw.tables))),
      ignored: Object.assign({}, ...files.map(({ raw }) => record(raw.ignored))),
      rows: files.flatMap(({ raw }) => list(raw.rows)),
    },
    placeOf([first, second, ...rest]) {
      const row = first === "rows" ? origin[Number(second)] : undefined;
      if (row !== undefined) return row.file.placeOf(["rows", row.index, ...rest]);
      const path = [first, second].filter((each) => each !== undefined);
      const named = files.find(({ raw }) => String(second) in record(raw[String(first)]));
      return (named ?? whole).placeOf([...path, ...rest]);
    },
  };
}

/** Takes in the year a file is based on: lists of rows by table and source, tables and code lists by name; the later file wins. */
function withBase(folder: string, { file, raw, placeOf }: YamlFile): Raw {
  const { based_on: base, ...own } = raw;
  if (base === undefined) return own;
  const baseFile = join(folder, `${base}.yaml`);
  if (!existsSync(baseFile) || (typeof own.year === "number" && Number(base) >= own.year))
    throw new AppError(
      "RETURN_INVALID",
      `${file} line ${placeOf(["based_on"]).line}: based_on names ${base}, which is not an earlier year of this return.`,
      "Name an earlier year that has a file in the same folder.",
    );
  const earlier = withBase(folder, readYaml(baseFile));
  return {
    ...earlier,
    ...own,
    tables: { ...record(earlier.tables), ...record(own.tables) },
    codes: mergeLists(record(earlier.codes), record(own.codes)),
    ignored: { ...record(earlier.ignored), ...record(own.ignored) },
    rows: mergeRows(list(earlier.rows), list(own.rows)),
  };
}

function mergeLists(earlier: Raw, own: Raw): Raw {
  const merged: Raw = { ...earlier };
  for (const [name, codes] of Object.entries(own)) merged[name] = { ...record(merged[name]), ...record(codes) };
  return merged;
}

/** An entry of a later year stands in place of the earlier one with the same table, source and constants; otherwise it is added. */
function mergeRows(earlier: readonly Raw[], own: readonly Raw[]): readonly Raw[] {
  const nameOf = (row: Raw): string => JSON.stringify([row.table, row.from, constants(record(row.columns))]);
  const replaced = new Set(own.map(nameOf));
  return [...earlier.filter((row) => !replaced.has(nameOf(row))), ...own];
}

function constants(columns: Raw): readonly unknown[] {
  return Object.entries(columns).filter(([, spec]) => "value" in record(spec));
}

/** Every table and column named is one of the canonical ones, and what a row cannot be without is given. */
function checkFields(source: YamlFile, mapping: ReturnMapping): void {
  mapping.rows.forEach((rows, index) => {
    const table = tableNamed(rows.table);
    const place = ["rows", index];
    if (table === undefined)
      throw invalid(
        source,
        [...place, "table"],
        `"${rows.table}" is not a canonical table (${TABLES.map((t) => t.name).join(", ")})`,
      );
    for (const column of Object.keys(rows.columns))
      if (!(column in table.fields))
        throw invalid(
          source,
          [...place, "columns", column],
          `"${column}" is not a field of ${table.name} (${Object.keys(table.fields).join(", ")})`,
        );
    for (const [field, { required }] of Object.entries(table.fields))
      if (required && !(field in rows.columns))
        throw invalid(source, [...place, "columns"], `${table.name} needs "${field}", which is not given`);
  });
}

function invalid({ placeOf }: YamlFile, path: readonly PropertyKey[], what: string): AppError {
  const { file, line } = placeOf(path);
  const where = path.length === 0 ? "" : ` ${path.map(String).join(".")}:`;
  return new AppError(
    "RETURN_INVALID",
    `${file} line ${line}:${where} ${what}.`,
    "Mend the file; its rules are in docs/how-to/mapping-language.md.",
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError(
      "RETURN_INVALID",
      `${file} could not be read.`,
      "Add the file, or take its name out of the mapping.",
      { cause },
    );
  }
}

const record = (value: unknown): Raw => (typeof value === "object" && value !== null ? (value as Raw) : {});
const list = (value: unknown): readonly Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);
