/** How published figures, one a row, become rows of the table `comparator`: shared by every reader of published figures. */
import type { ReturnId } from "../../contract.ts";
import type { ReturnMapping } from "../../mapping/schema.ts";
import { quoted } from "../../sql-text.ts";

/** The staged table that holds one row for each figure. */
export const FIGURES = "Published figures";

const COLUMNS = [
  "publication",
  "dataset",
  "indicator",
  "breakdown",
  "area_level",
  "area",
  "area_name",
  "region",
  "period",
  "edition",
  "published_on",
  "printed",
] as const;

/** Makes the staged table, empty. */
export function createFiguresSql(): string {
  const columns = [
    "_file varchar",
    "_sheet varchar",
    "_row bigint",
    ...COLUMNS.map((name) => `${quoted(name)} varchar`),
  ];
  return `create or replace table staged.${quoted(FIGURES)} (${columns.join(", ")})`;
}

/** The mapping of staged files whose figures a reader has put in the staged table. */
export function figuresMapping(
  id: ReturnId,
  title: string,
  tables: Readonly<Record<string, readonly string[]>>,
): ReturnMapping {
  const isNumber = "regexp_matches(printed, '^[+-]?([0-9][0-9,]*([.][0-9]+)?|[.][0-9]+)%?$')";
  // 01:10 is a year and ten months: neither a number nor a symbol.
  const isStretch = "regexp_matches(printed, '^[0-9]{2}:[0-9]{2}$')";
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, { from: name }]));
  return {
    return: id,
    title,
    repeats: "rows",
    prepare: [],
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, optional]) => [name, { columns: [], optional: [...optional] }]),
    ),
    rows: [
      {
        table: "comparator",
        from: FIGURES,
        columns: {
          ...columns,
          value: { sql: `case when ${isNumber} then printed end`, column: "printed" },
          symbol: { sql: `case when not ${isNumber} and not ${isStretch} then printed end`, column: "printed" },
        },
      },
    ],
    codes: {},
    ignored: {},
  };
}
