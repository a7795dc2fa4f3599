/** The SSDA903's XML form, staged as the same tables its CSV files are. */
import type { ReadContext, SourceFile, StageWriter } from "../../contract.ts";
import { xmlHeadText } from "../../formats/xml-encoding.ts";
import { openXmlStaging } from "../../formats/xml-records.ts";
import { elementsIn, type XmlShape } from "../../formats/xml-shape.ts";

const OF_CHILD = { within: ["CHILD"], inherits: ["CHILDID", "DOB"] };

/** What stands in the child's own header: the columns of Header, UASC, OC3 and AD1 together. */
const CHILD_COLUMNS = [
  ...["CHILDID", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB", "UASC", "DUC", "IN_TOUCH", "ACTIV", "ACCOM"],
  ...["DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"],
];

const SHAPE: XmlShape = {
  root: "EXPSSDA903",
  header: [],
  groups: ["HEADER"],
  records: [
    { element: "CHILD", columns: CHILD_COLUMNS },
    {
      element: "EPISODE",
      within: ["CHILD"],
      inherits: ["CHILDID"],
      columns: [
        ...["DECOM", "RNE", "LS", "CIN", "PL", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE"],
        ...["HOME_POST", "PL_POST", "URN"],
      ],
    },
    { element: "AREVIEW", ...OF_CHILD, columns: ["REVIEW", "REVIEW_CODE"] },
    { element: "AMISSING", ...OF_CHILD, columns: ["MISSING", "MIS_START", "MIS_END"] },
    {
      element: "OC2",
      ...OF_CHILD,
      columns: [
        ...["SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK"],
        ...["HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"],
      ],
    },
    { element: "PERMANENCE", ...OF_CHILD, columns: ["PREV_PERM", "LA_PERM", "DATE_PERM"] },
    { element: "AD_PLACED", ...OF_CHILD, columns: ["DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"] },
  ],
};

/** The CSV table each element's rows go to. */
const TABLES: Readonly<Record<string, string>> = {
  EPISODE: "Episodes",
  AREVIEW: "Reviews",
  AMISSING: "Missing",
  OC2: "OC2",
  PERMANENCE: "PrevPerm",
  AD_PLACED: "PlacedAdoption",
};

/** The CSV tables a child's header is parted into, their columns, and which of those must say something for there to be a row. */
const PARTS: readonly {
  readonly table: string;
  readonly columns: readonly string[];
  readonly needs: readonly string[];
}[] = [
  { table: "Header", columns: ["CHILDID", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"], needs: [] },
  { table: "UASC", columns: ["CHILDID", "SEX", "DOB", "DUC"], needs: ["UASC", "DUC"] },
  { table: "OC3", columns: ["CHILDID", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"], needs: ["IN_TOUCH", "ACTIV", "ACCOM"] },
  {
    table: "AD1",
    columns: ["CHILDID", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"],
    needs: ["DATE_INT", "DATE_MATCH", "FOSTER_CARE"],
  },
];

const CSV_NAMES: Readonly<Record<string, string>> = { CHILDID: "CHILD", PL: "PLACE" };
const ORDINAL = /_no$/;

/** Whether the file is the XML form, by its outermost element. */
export function isSsda903Xml(file: SourceFile): boolean {
  const text = xmlHeadText(file.head);
  return text.includes("EXPSSDA903") && elementsIn(text)[0] === "EXPSSDA903";
}

/** Streams the file into the tables of the CSV form and names those it filled. */
export async function stageSsda903Xml(file: SourceFile, context: ReadContext): Promise<readonly string[]> {
  const { staging } = context;
  const writer = (element: string, columns: readonly string[]) =>
    element === "CHILD" ? childWriter(staging, columns) : elementWriter(staging, element, columns);
  const xml = await openXmlStaging(SHAPE, { ...context, staging: { ...staging, writer } });
  await xml.read(file);
  return [...PARTS.map(({ table }) => table), ...Object.values(TABLES)];
}

async function elementWriter(
  staging: ReadContext["staging"],
  element: string,
  columns: readonly string[],
): Promise<StageWriter> {
  const kept = columns.flatMap((column, index) => (ORDINAL.test(column) ? [] : [index]));
  const names = kept.map((index) => csvName(columns[index] ?? ""));
  const to = await staging.writer(TABLES[element] ?? element, names);
  return {
    add: (source, values) =>
      to.add(
        source,
        kept.map((index) => values[index] ?? null),
      ),
    full: () => to.full(),
  };
}

async function childWriter(staging: ReadContext["staging"], columns: readonly string[]): Promise<StageWriter> {
  const place = new Map(columns.map((column, index) => [column, index]));
  const parts = await Promise.all(
    PARTS.map(async ({ table, columns: own, needs }) => ({
      own: own.map((column) => place.get(column) ?? -1),
      needs: needs.map((column) => place.get(column) ?? -1),
      to: await staging.writer(table, own.map(csvName)),
    })),
  );
  return {
    add(source, values) {
      for (const { own, needs, to } of parts)
        if (needs.length === 0 || needs.some((index) => says(values[index])))
          to.add(
            source,
            own.map((index) => values[index] ?? null),
          );
    },
    async full() {
      for (const { to } of parts) await to.full();
    },
  };
}

/** A header element that is there but blank or 0 says that the child has nothing of the kind. */
function says(value: string | null | undefined): boolean {
  return value !== undefined && value !== null && value.trim() !== "" && value.trim() !== "0";
}

function csvName(column: string): string {
  return CSV_NAMES[column] ?? column;
}
