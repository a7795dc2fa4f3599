import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportCell } from "../../../domain/report/document.ts";
import { LAYOUT_COLUMNS, type LayoutColumn, type LayoutColumnKind } from "../../../domain/report/template.ts";
import { type MadeUpRow, madeUpCard, madeUpComment, madeUpFacts } from "./card-fixture.ts";
import type { CardFacts } from "./column-spec.ts";
import { layoutColumns } from "./layout-columns.ts";

const VISITS: MadeUpRow = {
  indicator: { reference: "1.1", target: { text: "90%" } },
  values: [64, 66.1, 68.2, 71.4285],
};

/** A cell as it is read, with its notes as "{…}". */
function read(cell: ReportCell, facts: CardFacts): string {
  const notes = new Map(facts.notes.all().map(({ id, text }) => [id, text]));
  switch (cell.kind) {
    case "text":
      return cell.text
        .map((part) => (typeof part === "string" ? part : part.kind === "note" ? `{${notes.get(part.note)}}` : "?"))
        .join("");
    case "number":
      return [cell.shown, ...(cell.marks ?? [])].join(" ");
    case "state":
      return `${cell.shorthand} ${cell.words}`;
    case "trend":
      return cell.alt;
    default:
      return cell.label;
  }
}

/** The rows of a layout's table, as read. */
function rowsOf(
  rows: readonly MadeUpRow[],
  columns: readonly (LayoutColumnKind | LayoutColumn)[],
  more: { readonly audience?: "internal" | "published" } & Parameters<typeof madeUpFacts>[2] = {},
) {
  const laid = columns.map((column) => (typeof column === "string" ? { column } : column));
  const facts = madeUpFacts(madeUpCard(rows, more.audience), laid, more);
  const specs = layoutColumns(facts);
  const { indicators } = facts.card.sections[0]!;
  return {
    headers: specs.map(({ header }) => header),
    rows: indicators.map((scored) => specs.map(({ cell }) => read(cell(scored), facts))),
  };
}

test("every column a layout can name has a header, words and a cell for a row that holds nothing", () => {
  const bare: MadeUpRow = { indicator: { reference: "2", links: { recommendation: "15" } }, values: [] };
  for (const column of LAYOUT_COLUMNS) {
    const facts = madeUpFacts(madeUpCard([bare]), [{ column }]);
    for (const { header, words, weight, cell } of layoutColumns(facts)) {
      assert.ok(header !== "" && weight > 0, column);
      assert.match(words, /^[A-Z].{20,}\.$/s, column);
      assert.notEqual(read(cell(facts.card.sections[0]!.indicators[0]!), facts).trim(), "", column);
    }
  }
});

test("a quarter’s columns are named by their quarters, and figures keep their exact value", () => {
  const { headers, rows } = rowsOf([VISITS], ["reference", "history", { column: "value", header: "Latest {period}" }]);
  assert.deepEqual(headers, ["Reference", "Q1 2025-26", "Q2 2025-26", "Q3 2025-26", "Q4 2025-26", "Latest Q4 2025-26"]);
  assert.deepEqual(rows, [["1.1", "64.0%", "66.1%", "68.2%", "71.4%", "71.4%"]]);
  const facts = madeUpFacts(madeUpCard([VISITS]), [{ column: "value" }]);
  const [spec] = layoutColumns(facts);
  assert.deepEqual(spec?.cell(facts.card.sections[0]!.indicators[0]!), {
    kind: "number",
    shown: "71.4%",
    value: 71.4285,
    format: { decimals: 1, sign: "%" },
  });
});

test("this period’s figure beside a history that ends with it never has the same header or id", () => {
  const facts = madeUpFacts(madeUpCard([VISITS]), [{ column: "history" }, { column: "value" }, { column: "value" }]);
  const specs = layoutColumns(facts);
  assert.equal(new Set(specs.map(({ header }) => header)).size, specs.length);
  assert.equal(new Set(specs.map(({ id }) => id)).size, specs.length);
});

test("a figure that is not there says why: suppressed, no cases, a window without such a period", () => {
  const rows = rowsOf(
    [
      { indicator: { reference: "1" }, values: ["suppressed", "no-cohort", "not-run", "not-yet-collected"] },
      { indicator: { reference: "2", window: "financial-year" }, values: [50] },
    ],
    ["history"],
  ).rows;
  assert.deepEqual(rows[0], [
    "[c] Hidden because it could tell of a person.",
    "[z] There was nobody to count in this period.",
    "[z] The process did not run in this period.",
    "[x] The figure is due later.",
  ]);
  assert.deepEqual(rows[1], [...Array(3).fill("[z] The measure has no figure for this period."), "50.0%"]);
});

test("a change is worded in its unit: points of a percentage, never per cent; from the baseline where there is one", () => {
  const fromBaseline: MadeUpRow = {
    indicator: { reference: "2", compare: "baseline", baseline: 46.4285 },
    values: [71.4285],
  };
  const count: MadeUpRow = {
    indicator: { reference: "3" },
    measure: { unit: "count", change: "relative", decimals: 0 },
    values: [80, 100],
  };
  const hidden: MadeUpRow = { indicator: { reference: "4" }, values: ["suppressed", 20] };
  assert.deepEqual(rowsOf([VISITS, fromBaseline, count, hidden], ["baseline", "change"]).rows, [
    ["–", "Up 3.2 percentage points"],
    ["46.4285%", "Up 25 percentage points"],
    ["–", "Up 25%"],
    ["–", "–"],
  ]);
});

test("rating and direction are words and shapes, with why in a sentence", () => {
  const facts = madeUpFacts(madeUpCard([VISITS]), [{ column: "rating" }, { column: "direction" }]);
  const cells = layoutColumns(facts).map(({ cell }) => cell(facts.card.sections[0]!.indicators[0]!));
  assert.deepEqual(
    cells.map((cell) => (cell.kind === "rating" || cell.kind === "direction" ? [cell.label, cell.sentence] : [])),
    [
      ["■ Red", "Red: 71.4% is 20.6% below the target of 90%; more than 15%."],
      ["↑ Improving", "Up 3.2 percentage points since quarter 3 of 2025-26. Improving (high is good)."],
    ],
  );
});

test("bands stand as the council writes them, and what is wrong with them is a footnote", () => {
  const gap: MadeUpRow = {
    indicator: { reference: "1", bands: { "requires-improvement": "75-84", good: "85-93", outstanding: "95-99" } },
    values: [80],
  };
  const [row] = rowsOf([gap], ["requires-improvement", "good", "outstanding", "bands"]).rows;
  assert.equal(row?.[0], "75-84");
  assert.match(row?.[1] ?? "", /^85-93\{1: 94 is in no band/);
  assert.match(row?.[3] ?? "", /^Requires improvement: 75-84; Good: 85-93; Outstanding: 95-99\{/);
});

test("a target says when it is for the year’s end, and a dash where none is set", () => {
  const yearEnd: MadeUpRow = {
    indicator: { reference: "2", target: { text: "<20%", basis: "year-end" } },
    values: [30],
  };
  assert.deepEqual(rowsOf([yearEnd, { ...VISITS, indicator: { reference: "3" } }], ["target"]).rows, [
    ["below 20%, by the year’s end"],
    ["–"],
  ]);
});

test("what an indicator answers to has columns of its own, left out where no indicator answers to any", () => {
  const linked: MadeUpRow = {
    indicator: { reference: "1", links: { recommendation: "1/155", "plan-priority": "2 Feel safe" } },
    values: [10],
  };
  const columns = ["recommendation", "recommendation-summary", "priority", "corporate-priority"] as const;
  assert.deepEqual(rowsOf([linked, VISITS], columns), {
    headers: ["Rec.", "Plan priority"],
    rows: [
      ["1/155", "2 Feel safe"],
      ["–", "–"],
    ],
  });
  assert.deepEqual(rowsOf([VISITS], columns).headers, []);
});

test("comments stand whole; one on several indicators stands once, and drafts do not stand at all", () => {
  const long = `First line.\n\n${"It goes on and on. ".repeat(60).trim()}`;
  const shared = madeUpComment(long, ["1.1", "1.2"]);
  const rows: readonly MadeUpRow[] = [
    { ...VISITS, comments: [shared, madeUpComment("Nobody has read this yet.", ["1.1"], "draft")] },
    { ...VISITS, indicator: { reference: "1.2" }, comments: [shared] },
  ];
  assert.deepEqual(rowsOf(rows, ["comment"]).rows, [[long], ["See the comment on 1.1."]]);
});

test("footnotes stand at the title, or in a column of their own; the same words over several periods are one", () => {
  const noted: MadeUpRow = {
    indicator: { reference: "1", note: "Local definition" },
    values: ["not-run", "not-run", "not-run", 12],
    notes: { "2025-26-Q1": "Began in Q4", "2025-26-Q2": "Began in Q4", "2025-26-Q3": "Began in Q4" },
  };
  const said = "{Local definition.}{Q1 2025-26 to Q3 2025-26: Began in Q4.}";
  assert.deepEqual(rowsOf([noted], ["title"]).rows, [[`Visits in time${said}`]]);
  assert.deepEqual(rowsOf([noted, VISITS], ["title", "note"]).rows, [
    ["Visits in time", said],
    ["Visits in time", "–"],
  ]);
});

test("a note over periods apart names each stretch, and what the shorthand says is not said twice", () => {
  const incomplete = "Records of two teams are missing";
  const noted: MadeUpRow = {
    indicator: { reference: "1" },
    values: [10, 11, "suppressed", 12],
    notes: {
      "2025-26-Q1": incomplete,
      "2025-26-Q2": incomplete,
      "2025-26-Q3": "Hidden because it could tell of a person.",
      "2025-26-Q4": incomplete,
    },
  };
  assert.deepEqual(rowsOf([noted], ["title"]).rows, [
    [`Visits in time{Q1 2025-26 to Q2 2025-26 and Q4 2025-26: ${incomplete}.}`],
  ]);
});

test("in public an earlier card’s printed direction is not told of a figure that is hidden", () => {
  const note = "Local definition; Printed for Quarter 4 2025-26: direction ⬇";
  const hidden: MadeUpRow = { indicator: { reference: "1", note }, values: [10, "suppressed"] };
  assert.deepEqual(rowsOf([hidden], ["title"], { audience: "published" }).rows, [
    ["Visits in time{Local definition.}"],
  ]);
  assert.deepEqual(rowsOf([hidden], ["title"]).rows, [[`Visits in time{${note}.}`]]);
});

test("others’ figures stand as printed; a letter behind one is not taken for a mark; none published is a state", () => {
  const shared = {
    label: "England",
    method: "published",
    period: "2024-25",
    edition: "made up",
    publishedOn: null,
  } as const;
  const england = (value: number | null, shown: string, state: "value" | "not-released" = "value"): MadeUpRow => ({
    ...VISITS,
    comparators: [{ ...shared, group: "england", value, shown, state }],
  });
  assert.deepEqual(
    rowsOf(
      [england(22.5, "22.5%"), england(21.9, "21.9"), england(38, "38r"), england(null, "[x]", "not-released"), VISITS],
      ["england"],
    ).rows.flat(),
    ["22.5%", "21.9", "38.0%", "[x] The figure has not been published yet.", "[z] Nobody publishes such a figure."],
  );
});

test("a trend is told in words too, and needs two figures", () => {
  const [told, one] = rowsOf([VISITS, { indicator: { reference: "2" }, values: [12] }], ["trend"]).rows;
  assert.match(told?.[0] ?? "", /^Visits in time\. From 64\.0% in Quarter 1 2025-26 to 71\.4% in Quarter 4 2025-26/);
  assert.deepEqual(one, ["–"]);
});

test("figures of years are told where they are known, and why not where they are not", () => {
  const { headers, rows } = rowsOf([VISITS], ["last-year", { column: "year-to-date", header: "Year end {period}" }]);
  assert.deepEqual(headers, ["Year 2024-25", "Year end 2025-26"]);
  assert.deepEqual(rows, [Array(2).fill("[x] It is not published with this scorecard.")]);
});
