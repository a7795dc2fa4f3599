/** Where the published tables lie and how each is laid out. */
import { join } from "node:path";
import { type Document, type DocumentShape, documentOf, readRows } from "./document-facts.ts";

export const PUBLISHED = "../shared/published";

const QUARTERS: DocumentShape["columns"] = {
  Q1: ["2015-16-Q1", "quarter"],
  Q2: ["2015-16-Q2", "quarter"],
  Q3: ["2015-16-Q3", "quarter"],
  Q4: ["2015-16-Q4", "quarter"],
};
const MONTHS = [
  "Apr-24",
  "May-24",
  "Jun-24",
  "Jul-24",
  "Aug-24",
  "Sep-24",
  "Oct-24",
  "Nov-24",
  "Dec-24",
  "Jan-25",
  "Feb-25",
];

const SHAPES: Readonly<Record<string, DocumentShape>> = {
  "cheshire-east-annual-2015-16": {
    reference: "No",
    title: "Measure",
    comment: "Additional Information",
    period: ["2015-16", "financial-year"],
    columns: { "Annual Figure 2015-2016": ["2015-16", "financial-year"] },
  },
  "cheshire-east-audit-2015-16-q4": {
    reference: "No",
    title: "Audit Measure",
    comment: "Comment/Additional Information",
    period: ["2015-16-Q4", "quarter"],
    columns: QUARTERS,
  },
  "cheshire-east-improvement-2015-16-q4": {
    reference: "No",
    title: "Measure",
    comment: "Comment/Additional Information",
    period: ["2015-16-Q4", "quarter"],
    columns: QUARTERS,
  },
  "cheshire-east-performance-2015-16-q4": {
    reference: "PI Ref",
    title: "Measure",
    comment: "Comments",
    period: ["2015-16", "financial-year"],
    columns: {
      "Yr. end 14-15": ["2014-15", "financial-year"],
      "Qu 3": ["2015-16-Q3", "quarter"],
      "Qu 4": ["2015-16-Q4", "quarter"],
      "Yr. end 15-16": ["2015-16", "financial-year"],
    },
    target: "Target",
    polarity: "Polarity",
    comparators: { "Stat Neigh Av": ["neighbours", "Statistical neighbours"], "National Av": ["england", "England"] },
  },
  "sefton-cyipg-2016-17": {
    reference: "IAP Ref",
    title: "Measure",
    // Its last heading is printed over two cells, so everything after "16-17" stands one column early.
    comment: "Change %",
    period: ["2016-17", "financial-year"],
    columns: {
      "Qu 2 16-17": ["2016-17-Q2", "quarter"],
      "Qu 3 18": ["2016-17-Q3", "quarter"],
      "Qu 4 19": ["2016-17-Q4", "quarter"],
      "16-17": ["2016-17", "financial-year"],
    },
    target: "Year End Target",
    baseline: "Baseline",
    comparators: { "NW Av*": ["region", "North West"], "National Av**": ["england", "England"] },
  },
  "cheshire-east-vital-signs-2025-02": {
    reference: "ID",
    title: "Measure",
    period: ["2025-02", "in-month"],
    columns: Object.fromEntries(
      MONTHS.map((column, index) => [
        column,
        [index < 9 ? `2024-${String(index + 4).padStart(2, "0")}` : `2025-0${index - 8}`, "in-month"],
      ]),
    ),
    target: "Target",
    comparators: { "SN av": ["neighbours", "Statistical neighbours"] },
  },
};

export const DOCUMENTS = Object.keys(SHAPES);

/** One published document; the comments of the monthly card stand in a file of their own. */
export function publishedDocument(name: string): Document {
  const shape = SHAPES[name];
  if (shape === undefined) throw new Error(`${name} is not one of the documents.`);
  const document = documentOf(readRows(join(PUBLISHED, `${name}.tsv`)), shape);
  if (name !== "cheshire-east-vital-signs-2025-02") return document;
  const narrative = readRows(join(PUBLISHED, `${name}.narrative.tsv`));
  return { ...document, comments: narrative.map((row) => ({ subject: row.ID ?? "", body: row.narrative ?? "" })) };
}
