/** The columns of a list of cases: every fact of the row but who the child is, in words, those that matter first. */
import { TABLES } from "../../domain/tables/index.ts";
import type { Relation } from "../../measures/schema.ts";

export type CaseColumn = {
  readonly name: string;
  /** "Start", "Child seen". */
  readonly label: string;
  /** What it holds, in a sentence; "" where the catalogue does not say. */
  readonly words: string;
  readonly type: "date" | "number" | "text" | "boolean";
  /** Whether the page shows it; exports hold every column. */
  readonly isShown: boolean;
  /** The code list its values are of, where they are codes. */
  readonly codes: string | null;
};

/** Columns that could name a child stay where they are, whoever asks. */
const PERSONAL = new Set(
  TABLES.flatMap(({ fields }) => Object.entries(fields).flatMap(([name, { personal }]) => (personal ? [name] : []))),
);
/** Ids of rows say nothing to people who read lists. */
const INNER = ["authority", "person_id", "row_id", "load_id"];
const WHERE_FROM = ["source_file", "source_row"];
/** Columns other than days and holders that a page has room for. */
const ROOM = 2;

/** Columns of a relation's rows, in its own order; team and worker last, and where each row came from after them. */
export function caseColumns(relation: Relation, carried: ReadonlySet<string>): readonly CaseColumn[] {
  const table = TABLES.find(({ name }) => name === relation.name);
  const names = [...carried].filter((name) => !PERSONAL.has(name) && !INNER.includes(name));
  const keys = new Set(relation.key);
  let room = ROOM;
  const columns = names.map((name): CaseColumn => {
    const type = relation.columns.get(name) ?? "text";
    const isId = keys.has(name) || name.endsWith("_id");
    const isHolder = ["team", "worker"].includes(name);
    const isWorth = type === "date" || isHolder || (!isId && !WHERE_FROM.includes(name) && room-- > 0);
    const field = table?.fields[name];
    return {
      name,
      label: labelOf(name),
      words: field?.words ?? "",
      type,
      isShown: isWorth && !WHERE_FROM.includes(name),
      codes: field?.codes ?? null,
    };
  });
  const rank = ({ name, type }: CaseColumn): number =>
    WHERE_FROM.includes(name) ? 3 : ["team", "worker"].includes(name) ? 2 : type === "date" ? 0 : 1;
  return columns.toSorted((a, b) => rank(a) - rank(b));
}

function labelOf(name: string): string {
  const words = name.replace(/_id$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
