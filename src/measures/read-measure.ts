/** Reads one measure file: YAML checked against its shape, conditions against the tables; a fault names file, line and what to write instead. */
import { basename } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { AppError } from "../domain/errors.ts";
import type { Expression, ValueType } from "../domain/expression.ts";
import type { Cohort, Measure, Shape, Timing, Unit } from "../domain/measure.ts";
import type { DefinitionFault } from "./definition-fault.ts";
import { readExample } from "./example.ts";
import { parseExpression } from "./expression/parse.ts";
import type { ExpressionScope } from "./expression/scope.ts";
import { type CohortFile, type MeasureFile, measureFileSchema } from "./measure-schema.ts";
import type { Relation, Schema } from "./schema.ts";
import { didYouMean } from "./suggest.ts";

type PublishedFile = { readonly indicator: string; readonly differs?: string | undefined };

type Path = readonly (string | number)[];

/** A fault at a place in the file. */
class MeasureFault extends Error {
  readonly path: Path;
  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

/**
 * @param text the file's YAML
 * @param file its path from the catalogue folder, `measures/<area>/<id>.yaml`
 * @throws AppError MEASURE_INVALID with file, line and a suggestion
 */
export function readMeasure(text: string, file: string, schema: Schema): Measure {
  const read = tryMeasure(text, file, schema);
  if ("measure" in read) return read.measure;
  const [{ line, message }] = read.faults;
  throw invalid(file, line ?? 1, message, read.cause);
}

export type MeasureRead =
  | { readonly measure: Measure }
  | { readonly faults: readonly [DefinitionFault, ...DefinitionFault[]]; readonly cause?: unknown };

/** Reads a measure, or says everything that is wrong with its shape, or the first thing wrong with its conditions. */
export function tryMeasure(text: string, file: string, schema: Schema): MeasureRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const message = syntax.message.split("\n")[0] ?? "not YAML";
    return { faults: [{ line: lines.linePos(syntax.pos[0]).line, path: [], message }] };
  }
  const lineOf = (path: Path): number => lines.linePos(nodeAt(document.contents, path)?.range?.[0] ?? 0).line;
  const parsed = measureFileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [first, ...others] = parsed.error.issues.map((issue) => {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      const message = `${path.join(".") || "the file"}: ${issue.message}${unknownKeyHint(issue)}`;
      return { line: lineOf(path), path, message };
    });
    return { faults: [first ?? { line: 1, path: [], message: "the file: is not a measure" }, ...others] };
  }
  try {
    return { measure: build(parsed.data, file, schema) };
  } catch (cause) {
    if (!(cause instanceof MeasureFault)) throw cause;
    const { path } = cause;
    return { faults: [{ line: lineOf(path), path, message: `${path.join(".")}: ${cause.message}` }], cause };
  }
}

function build(written: MeasureFile, file: string, schema: Schema): Measure {
  if (`${written.id}.yaml` !== basename(file))
    throw new MeasureFault(["id"], `id "${written.id}" is not the file's name`);
  const measure: Measure = {
    id: written.id,
    area: file.split("/").at(-2) ?? "",
    title: written.title,
    definition: written.definition.trim(),
    shows: written.shows,
    why: written.why,
    source: written.source,
    ...(written.local === undefined ? {} : { local: written.local }),
    ...(written.published === undefined ? {} : { published: publishedOf(written.published) }),
    ...(written.owner === undefined ? {} : { owner: written.owner }),
    ...(written.reviewed === undefined ? {} : { reviewed: written.reviewed }),
    ...(written.review_by === undefined ? {} : { reviewBy: written.review_by }),
    unit: written.unit,
    decimals: written.decimals ?? defaultDecimals(written.unit),
    polarity: written.polarity,
    change: written.change ?? (written.unit === "percentage" ? "percentage-points" : "absolute"),
    shape: shapeOf(written, schema),
    timeBasis: written.time_basis,
    breakdowns: written.breakdowns,
    needs: needsOf(written, schema),
    ...(written.disclosure === undefined ? {} : { disclosure: written.disclosure }),
    settings: written.settings,
    examples: written.examples.map((example, index) =>
      at(["examples", index], () => readExample(example as never, written.time_basis[0] ?? "in-month", schema)),
    ),
    file,
  };
  checkUnit(measure);
  return Object.freeze(measure);
}

function shapeOf(written: MeasureFile, schema: Schema): Shape {
  const shapes = ["numerator", "denominator", "value", "population", "collected"] as const;
  const given = shapes.filter((key) => written[key] !== undefined);
  if (given.length > 1)
    throw new MeasureFault([given[1] ?? "id"], `a measure has one shape; it cannot have both ${given.join(" and ")}`);
  if (written.collected !== undefined) {
    if (written.cadence === undefined || written.basis === undefined)
      throw new MeasureFault(["collected"], "a measure collected by hand needs cadence and basis");
    return { kind: "by-hand", cadence: written.cadence, basis: written.basis };
  }
  if (written.cohort === undefined) throw new MeasureFault(["id"], "the measure has no cohort (or collected: by-hand)");
  const cohort = cohortOf(written.cohort, ["cohort"], written, schema);
  const scope = scopeOf(written.cohort, written, schema);
  if (written.numerator !== undefined)
    return { kind: "proportion", cohort, numerator: expressionAt(["numerator"], written.numerator, "boolean", scope) };
  if (written.denominator !== undefined)
    return { kind: "ratio", cohort, denominator: cohortOf(written.denominator, ["denominator"], written, schema) };
  if (written.population !== undefined)
    return {
      kind: "rate",
      cohort,
      ageGroup: written.population,
      per: written.unit === "rate-per-100000" ? 100_000 : 10_000,
    };
  if (written.value !== undefined) {
    if (written.summary === undefined)
      throw new MeasureFault(["value"], "value needs summary: average, median, maximum or sum");
    if (written.weight !== undefined && written.summary !== "average")
      throw new MeasureFault(["weight"], "weight goes with summary: average");
    return {
      kind: "summary",
      cohort,
      value: expressionAt(["value"], written.value, "number", scope),
      summary: written.summary,
      ...(written.weight === undefined ? {} : { weight: expressionAt(["weight"], written.weight, "number", scope) }),
    };
  }
  return { kind: "count", cohort };
}

function cohortOf(cohort: CohortFile, path: Path, written: MeasureFile, schema: Schema): Cohort {
  const relation = relationAt(cohort.table, [...path, "table"], schema);
  if (cohort.count === "children" && !relation.columns.has("person_id"))
    throw new MeasureFault([...path, "count"], `${relation.name} rows are not about a child`);
  const timing = timingOf(cohort);
  for (const name of datesOf(timing)) {
    const type = relation.columns.get(name);
    if (type === undefined)
      throw new MeasureFault(
        path,
        `${relation.name} has no column "${name}".${didYouMean(name, relation.columns.keys())}`,
      );
    if (type !== "date") throw new MeasureFault(path, `${relation.name}.${name} is a ${type}, not a date`);
  }
  const where =
    cohort.where === undefined
      ? null
      : expressionAt([...path, "where"], cohort.where, "boolean", scopeOf(cohort, written, schema));
  return { table: cohort.table, timing, where, count: cohort.count, lag: cohort.lag };
}

function timingOf(cohort: CohortFile): Timing {
  if (cohort.counted_by !== undefined) return { kind: "flow", date: cohort.counted_by };
  if (cohort.open_on !== undefined) return { kind: "snapshot", start: cohort.open_on[0], end: cohort.open_on[1] };
  const { date = "", days, months } = cohort.within ?? {};
  return {
    kind: "trailing",
    date,
    ...(days === undefined ? {} : { days }),
    ...(months === undefined ? {} : { months }),
  };
}

function datesOf(timing: Timing): readonly string[] {
  return timing.kind === "snapshot" ? [timing.start, timing.end] : [timing.date];
}

function scopeOf(cohort: CohortFile, written: MeasureFile, schema: Schema): ExpressionScope {
  const relation = relationAt(cohort.table, ["cohort", "table"], schema);
  return { schema, cohort: relation, hasAsAt: cohort.counted_by === undefined, settings: written.settings };
}

function relationAt(name: string, path: Path, schema: Schema): Relation {
  const relation = schema.get(name);
  if (relation === undefined)
    throw new MeasureFault(path, `there is no table "${name}".${didYouMean(name, schema.keys())}`);
  return relation;
}

function expressionAt(path: Path, text: string, type: ValueType, scope: ExpressionScope): Expression {
  return at(path, () => parseExpression(text, type, scope));
}

function at<T>(path: Path, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw cause instanceof MeasureFault
      ? cause
      : new MeasureFault(path, cause instanceof Error ? cause.message : String(cause));
  }
}

function publishedOf({ indicator, differs }: PublishedFile): NonNullable<Measure["published"]> {
  return { indicator, ...(differs === undefined ? {} : { differs }) };
}

function defaultDecimals(unit: Unit): number {
  return unit === "count" || unit === "sum" || unit.startsWith("maximum") ? 0 : 1;
}

function needsOf({ needs }: MeasureFile, schema: Schema): readonly string[] {
  for (const [index, need] of needs.entries()) {
    const [table = "", column] = need.split(".");
    const relation = relationAt(table, ["needs", index], schema);
    if (column !== undefined && !relation.columns.has(column))
      throw new MeasureFault(
        ["needs", index],
        `${table} has no column "${column}".${didYouMean(column, relation.columns.keys())}`,
      );
  }
  return needs;
}

/** The unit must fit the shape: a rate is a rate, an average an average. */
function checkUnit({ unit, shape }: Measure): void {
  const fits: Readonly<Record<Exclude<Shape["kind"], "by-hand">, (unit: Unit) => boolean>> = {
    count: (name) => name === "count",
    proportion: (name) => name === "percentage",
    ratio: (name) => name === "percentage" || name === "average",
    rate: (name) => name.startsWith("rate-"),
    summary: (name) => /^(average|median|maximum|sum)/.test(name),
  };
  const isShare = shape.kind === "summary" && shape.weight !== undefined && unit === "percentage";
  if (shape.kind !== "by-hand" && !isShare && !fits[shape.kind](unit))
    throw new MeasureFault(["unit"], `a ${shape.kind} cannot have the unit "${unit}"`);
}

function nodeAt(contents: Node | null, path: Path): Node | null {
  let node: Node | null = contents;
  for (const part of path) {
    let next: unknown = null;
    if (isMap(node)) next = node.items.find((item) => isScalar(item.key) && item.key.value === part)?.value ?? null;
    else if (isSeq(node)) next = node.items[Number(part)] ?? null;
    if (next === null) return node;
    node = next as Node;
  }
  return node;
}

function unknownKeyHint(issue: { readonly code?: string; readonly keys?: readonly string[] } | undefined): string {
  const [key] = issue?.code === "unrecognized_keys" ? (issue.keys ?? []) : [];
  return key === undefined ? "" : `.${didYouMean(key, Object.keys(measureFileSchema.shape))}`;
}

function invalid(file: string, line: number, what: string, cause?: unknown): AppError {
  return new AppError(
    "MEASURE_INVALID",
    `catalogue/${file} line ${line}: ${what.replace(/\.$/, "")}${/[?]$/.test(what) ? "" : "."}`,
    "Mend the file; docs/how-to/measure-language.md has every key and function.",
    { cause },
  );
}
