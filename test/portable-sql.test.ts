/** The SQL that `waymark explain` prints runs on DuckDB and on PostgreSQL and gives identical rows, which are those the engine scores. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type pg from "pg";
import { TABLES } from "../src/domain/tables/index.ts";
import { buildWorld, placeExamples } from "../src/engine/example-world.ts";
import { readCatalogue } from "../src/measures/catalogue.ts";
import { explainMeasure } from "../src/services/explain-measure.ts";
import { readBankHolidays } from "../src/warehouse/bank-holidays.ts";
import type { Database } from "../src/warehouse/database.ts";
import { postgresPrograms, startPostgres } from "./postgres.ts";

const POSTGRES_TYPES: Readonly<Record<string, string>> = {
  VARCHAR: "text",
  DATE: "date",
  BIGINT: "bigint",
  INTEGER: "integer",
  DOUBLE: "double precision",
  BOOLEAN: "boolean",
  HUGEINT: "numeric",
};

const programs = postgresPrograms();
const isCi = process.env.CI !== undefined;
const skip = programs === null && !isCi ? "PostgreSQL is not installed (apt-get install postgresql)" : false;

if (skip !== false) test("explain's SQL on PostgreSQL", { skip }, () => undefined);
else await compareEngines(programs ?? "");

async function compareEngines(folder: string): Promise<void> {
  const catalogue = readCatalogue(["catalogue"]);
  const placed = placeExamples(catalogue.measures.values());
  const duckdb = await buildWorld(
    new Map(placed.map(({ authority, example }) => [authority, example.tables])),
    catalogue.views,
    readBankHolidays("catalogue/reference/bank-holidays.csv"),
  );
  const postgres = await startPostgres(folder);
  after(async () => {
    duckdb.close();
    await postgres.stop();
  });
  const names = [
    ...TABLES.map((table) => table.name),
    ...catalogue.views.map((view) => view.name),
    "calendar",
    "month",
  ];
  for (const name of names) await copyTable(duckdb, postgres.client, name);

  for (const measure of catalogue.measures.values()) {
    if (measure.shape.kind === "by-hand") continue;
    const by = measure.breakdowns[0];
    test(`${measure.id}: DuckDB and PostgreSQL answer alike`, async () => {
      for (const breakdown of by === undefined ? [undefined] : [undefined, by]) {
        const question = {
          measure: measure.id,
          from: "2023-01",
          to: "2026-12",
          ...(breakdown === undefined ? {} : { by: breakdown }),
        };
        const [own, other] = await Promise.all([
          explainMeasure(catalogue, { ...question, dialect: "duckdb" }),
          explainMeasure(catalogue, { ...question, dialect: "postgresql" }),
        ]);
        const expected = (await duckdb.rows(own.sql)).map(normal).sort();
        const actual = (await postgres.client.query(other.sql)).rows.map(normal).sort();
        assert.ok(expected.length > 0, "the examples give it rows");
        assert.deepEqual(actual, expected);
      }
    });
  }
}

/** A row as text, so that neither engine's number types nor its sort order matter. */
function normal(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([
    row.authority,
    Number(row.period_index),
    row.part,
    row.breakdown ?? null,
    row.n === null ? null : Number(row.n),
  ]);
}

async function copyTable(from: Database, to: pg.Client, name: string): Promise<void> {
  const described = await from.rows(`describe "${name}"`);
  const columns = described.map((row) => ({
    name: String(row.column_name),
    type: POSTGRES_TYPES[String(row.column_type)] ?? "text",
  }));
  await to.query(`create table "${name}" (${columns.map((column) => `"${column.name}" ${column.type}`).join(", ")})`);
  const rows = await from.rows(`select * from "${name}"`);
  for (let start = 0; start < rows.length; start += 1000) {
    const batch = rows.slice(start, start + 1000);
    await to.query(`insert into "${name}" select * from json_populate_recordset(null::"${name}", $1)`, [
      JSON.stringify(batch),
    ]);
  }
}
