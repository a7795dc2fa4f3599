/** Reads templates of reports and layouts of tables, and finds what is wrong with them before anybody asks for a report. */
import { basename } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { bracesIn } from "../domain/report/placeholders.ts";
import { type Layout, PERIOD_COLUMNS, type ReportTemplate, SUBJECTS_OF } from "../domain/report/template.ts";
import { layoutSchema, reportSchema } from "./report-schema.ts";
import { type Nameable, templateFaults } from "./report-template-faults.ts";
import { didYouMean } from "./suggest.ts";

const CONTENT_KINDS = Object.keys(SUBJECTS_OF);

/** @throws AppError REPORT_INVALID naming the file, the place and what to do */
export function readLayout(text: string, file: string): Layout {
  const layout: Layout = checked(layoutSchema, text, file);
  const [fault] = layoutFaults(layout);
  if (fault !== undefined) throw invalid(file, `${lineOf(text, ["columns", fault.column])}${fault.what}`);
  return Object.freeze(layout);
}

function layoutFaults({ columns }: Layout): readonly { readonly column: number; readonly what: string }[] {
  return columns.flatMap(({ column, header }, index) => {
    const isTwin = columns.findIndex((other) => other.column === column && other.header === header) < index;
    if (isTwin)
      return [{ column: index, what: `the column "${column}" stands twice; take one out, or give it another header` }];
    const [braces] = bracesIn(header ?? "");
    if (braces === undefined || (braces.name === "period" && PERIOD_COLUMNS.includes(column))) return [];
    const remedy = PERIOD_COLUMNS.includes(column) ? "use {period}" : "it is of no period; write its header out";
    return [{ column: index, what: `nothing fills {${braces.name}} above the column "${column}"; ${remedy}` }];
  });
}

/** @throws AppError REPORT_INVALID naming the file, the line and what to do */
export function readReportTemplate(text: string, file: string, known: Nameable): ReportTemplate {
  const written = checked(reportSchema, text, file);
  const [fault] = templateFaults(written, known);
  if (fault !== undefined) throw invalid(file, `${lineOf(text, fault.path)}${fault.what}`);
  return Object.freeze({ ...written, file });
}

function checked<T extends { readonly id: string }>(schema: z.ZodType<T>, text: string, file: string): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax !== undefined)
    throw invalid(file, `line ${lines.linePos(syntax.pos[0]).line}: ${syntax.message.split("\n")[0]}`);
  const holds: unknown = document.toJS();
  const parsed = schema.safeParse(holds);
  const issue = parsed.error?.issues[0];
  if (issue !== undefined) throw invalid(file, `${lineOf(text, pathOf(issue))}${issueWords(issue, holds)}`);
  if (!parsed.success) throw invalid(file, z.prettifyError(parsed.error));
  if (`${parsed.data.id}.yaml` !== basename(file))
    throw invalid(file, `${lineOf(text, ["id"])}the id is "${parsed.data.id}", which is not the file’s name`);
  return parsed.data;
}

type Path = readonly PropertyKey[];

/** "line 12: " of what the keys lead to, or of the nearest part that is there. */
function lineOf(text: string, path: Path): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const at = (node as { readonly range?: readonly number[] } | null | undefined)?.range?.[0];
    if (at !== undefined) return `line ${lines.linePos(at).line}: `;
  }
  return "";
}

/** A part that should not be there is where the fault is, not what holds it. */
function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/** What is wrong, with the nearest word that would be right. */
function issueWords(issue: z.core.$ZodIssue, holds: unknown): string {
  const where = issue.path.join(".");
  const place = where === "" ? "" : `${where}: `;
  const is = valueAt(holds, issue.path);
  if (issue.code === "invalid_union" && issue.path.at(-1) === "kind")
    return `${place}nothing is called "${String(is)}".${didYouMean(String(is), CONTENT_KINDS)}`;
  if (issue.code === "invalid_value" && is !== undefined)
    return `${place}"${String(is)}" is none of ${issue.values.map(String).join(", ")}.${didYouMean(String(is), issue.values.map(String))}`;
  if (issue.code === "unrecognized_keys")
    return `${place}nothing here is called ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
  return is === undefined ? `${place}this must be there` : `${place}${issue.message}`;
}

function valueAt(holds: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    holds,
  );
}

function invalid(file: string, what: string): AppError {
  return new AppError(
    "REPORT_INVALID",
    `catalogue/${file}: ${what}${/[.?]$/.test(what) ? "" : "."}`,
    "Mend the file; docs/how-to/make-reports-ours.md shows what it may hold.",
  );
}
