/** The definition in force of anything that can be defined: its text, and the file it stands in where it stands in one. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvText } from "../../domain/csv-text.ts";
import type { Scorecard } from "../../domain/scorecard.ts";
import { findAuthority, readAuthorities } from "../../engine/authorities.ts";
import { literal } from "../../engine/dialect.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import { readSettings } from "../../store/setting.ts";
import { listTargets } from "../../store/target.ts";
import { settingsOf } from "../judgement-inputs.ts";
import { bankHolidaysFile, type Workspace } from "../workspace.ts";
import type { DefinitionDesk, DefinitionKind } from "./kinds.ts";
import { targetText } from "./target-text.ts";

export type CurrentDefinition = {
  readonly title: string;
  /** Its file in a folder of the catalogue; empty where it is no file. */
  readonly path: string;
  readonly text: string;
};

export type Subject = { readonly kind: DefinitionKind; readonly subject: string };

/** Kinds of which there is one, by its name. */
const ONLY_SUBJECTS: Readonly<Partial<Record<DefinitionKind, string>>> = {
  neighbours: "statistical-neighbours",
  population: "population",
  calendar: "bank-holidays",
};

/** Where bank holidays stand in a folder of the catalogue. */
export const HOLIDAYS_PATH = "reference/bank-holidays.csv";

/** The definition in force; `null` when there is none of that name. */
export async function currentDefinition(
  desk: DefinitionDesk,
  { kind, subject }: Subject,
): Promise<CurrentDefinition | null> {
  const workspace = desk.live.current();
  const { catalogue } = workspace;
  if (Object.hasOwn(ONLY_SUBJECTS, kind) && ONLY_SUBJECTS[kind] !== subject) return null;
  switch (kind) {
    case "measure": {
      const measure = catalogue.measures.get(subject);
      return measure === undefined ? null : fromFile(desk, measure.title, measure.file);
    }
    case "scorecard": {
      const card = catalogue.scorecards.get(subject);
      return card === undefined ? null : fromFile(desk, card.title, `scorecards/${subject}.yaml`);
    }
    case "rule": {
      const rule = catalogue.reconciliation.get(subject);
      return rule === undefined ? null : fromFile(desk, rule.title, `reconciliation/${subject}.yaml`);
    }
    case "target":
      return targetInForce(desk, catalogue, subject);
    case "calendar":
      return {
        title: "Bank holidays of England",
        path: HOLIDAYS_PATH,
        text: readFileSync(bankHolidaysFile(desk.catalogue), "utf8"),
      };
    default:
      return { title: TABLE_TITLES[kind], path: "", text: await tableText(desk, workspace, kind) };
  }
}

/** The indicator a target's subject names: "vital-signs 10". */
export function indicatorOf(
  catalogue: Pick<Catalogue, "scorecards">,
  subject: string,
): { readonly card: Scorecard; readonly indicator: Scorecard["sections"][number]["indicators"][number] } | null {
  const [id = "", ...rest] = subject.split(" ");
  const card = catalogue.scorecards.get(id);
  const indicator = card?.sections
    .flatMap(({ indicators }) => indicators)
    .find(({ reference }) => reference === rest.join(" "));
  return card === undefined || indicator === undefined ? null : { card, indicator };
}

/** The text of a file of the catalogue, as the last folder that has it gives it; `null` when none has. */
export function catalogueText(folders: readonly string[], path: string): string | null {
  const folder = folders.findLast((one) => existsSync(join(one, path)));
  return folder === undefined ? null : readFileSync(join(folder, path), "utf8");
}

function fromFile(desk: DefinitionDesk, title: string, path: string): CurrentDefinition | null {
  const text = catalogueText(desk.catalogue, path);
  return text === null ? null : { title, path, text };
}

async function targetInForce(
  { store }: DefinitionDesk,
  catalogue: Catalogue,
  subject: string,
): Promise<CurrentDefinition | null> {
  const found = indicatorOf(catalogue, subject);
  if (found === null) return null;
  const { card, indicator } = found;
  const set = (await listTargets(store, card.id)).findLast(({ reference }) => reference === indicator.reference);
  const { rating, direction, compare } = set ?? indicator;
  const text = targetText({
    target: set === undefined ? (indicator.target ?? null) : set.target,
    bands: set?.bands ?? indicator.bands ?? null,
    ...(rating === undefined ? {} : { rating }),
    ...(direction === undefined ? {} : { direction }),
    ...(compare === undefined ? {} : { compare }),
  });
  const name = indicator.title ?? catalogue.measures.get(indicator.measure)?.title ?? indicator.measure;
  return { title: `${card.title} ${indicator.reference}: ${name}`, path: "", text };
}

type TableKind = "neighbours" | "population";
const TABLE_TITLES = { neighbours: "Statistical neighbours", population: "Population estimates" } as const;

/** Columns of the two reference tables, as their files have them. */
export const TABLE_COLUMNS = {
  neighbours: ["la_code", "la_name", "edition", "rank", "neighbour_code", "closeness"],
  population: ["area", "age_group", "year", "version", "estimate"],
} as const satisfies Record<TableKind, readonly string[]>;

async function tableText({ store }: DefinitionDesk, workspace: Workspace, kind: TableKind): Promise<string> {
  const columns = TABLE_COLUMNS[kind];
  const heading = csvText([], columns, true).replaceAll("\r", "");
  if (workspace.manifests.length === 0) return heading;
  const { database, authorities } = await workspace.open();
  const { laCode } = settingsOf(await readSettings(store));
  const own = findAuthority(await readAuthorities(database), { code: laCode, name: authorities[0] ?? "" });
  const table = kind === "neighbours" ? "neighbour" : "population";
  const where =
    kind === "neighbours"
      ? own === null
        ? "1 = 1"
        : `la_code = ${literal(own.code)}`
      : `lower(area) in (${[...authorities, own?.code ?? ""].map((name) => literal(name.toLowerCase())).join(", ")})`;
  const rows = await database.rows(
    `select distinct ${columns.join(", ")} from ${table} where ${where} order by ${columns.join(", ")}`,
  );
  return csvText(rows, columns, true).replaceAll("\r", "");
}
