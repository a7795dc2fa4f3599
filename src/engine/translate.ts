/** Translates SQL of ours into a dialect we do not write ourselves, with a kept translator; loaded only when asked for. */
import { AppError } from "../domain/errors.ts";
import type { DialectId } from "./dialect.ts";

/** PostgreSQL text in another dialect, formatted. @throws AppError USAGE when the translator cannot */
export async function translateSql(sql: string, dialect: DialectId): Promise<string> {
  const { transpile, Dialect } = await import("@polyglot-sql/sdk");
  const target = {
    tsql: Dialect.TSQL,
    spark: Dialect.Spark,
    snowflake: Dialect.Snowflake,
    trino: Dialect.Trino,
    duckdb: Dialect.DuckDB,
    postgresql: Dialect.PostgreSQL,
  }[dialect];
  const result = transpile(sql, Dialect.PostgreSQL, target, { pretty: true });
  const [text] = result.sql ?? [];
  if (!result.success || text === undefined)
    throw new AppError(
      "USAGE",
      `This measure's SQL cannot be translated to ${dialect}.`,
      "Ask for duckdb, postgresql or trino.",
      { cause: result.error },
    );
  return text;
}
