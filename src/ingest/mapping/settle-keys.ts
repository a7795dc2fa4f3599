/** Makes the key of every canonical row unique within a load: rows that say the same are one, made ids get an ordinal, rows with one id of their own are joined. */
import type { CanonicalTable } from "../../domain/tables/table.ts";
import type { IssueLog } from "../issue-log.ts";
import { quoted } from "../sql-text.ts";
import type { StagingDatabase } from "../staging.ts";

type Options = {
  /** The key was made up from other columns, so equal keys may be different rows. */
  readonly madeKey: boolean;
  /** Entries whose repeated rows are expected and not worth an issue. */
  readonly silent: readonly number[];
  readonly log: IssueLog;
};

/** Settles the key of `mapped.<table>`. Costs one grouping when every key is unique already. */
export async function settleKeys(staging: StagingDatabase, table: CanonicalTable, options: Options): Promise<void> {
  const name = `mapped.${quoted(table.name)}`;
  const key = table.key.map(quoted).join(", ");
  await staging.run(
    `create or replace temp table repeated_key as select ${key} from ${name} group by ${key} having count(*) > 1`,
  );
  const [{ repeated }] = (await staging.rows("select count(*)::integer as repeated from repeated_key")) as [
    { repeated: number },
  ];
  if (Number(repeated) === 0) return;
  await dropEqualRows(staging, table, options);
  if (options.madeKey) await addOrdinals(staging, table);
  else await joinRows(staging, table, options);
}

/** Keeps the first of rows that are alike in every field. */
async function dropEqualRows(staging: StagingDatabase, table: CanonicalTable, { silent, log }: Options): Promise<void> {
  const name = `mapped.${quoted(table.name)}`;
  const key = table.key.map(quoted).join(", ");
  const fields = Object.keys(table.fields).map(quoted).join(", ");
  await staging.run(
    `create or replace temp table equal_row as
     select row_id, _file, _sheet, _row, _entry from (
       select rowid as row_id, _file, _sheet, _row, _entry,
         row_number() over (partition by ${fields} order by _entry, _file, _sheet, _row) as place
       from ${name} semi join repeated_key using (${key}))
     where place > 1`,
  );
  const loud = silent.length === 0 ? "true" : `_entry not in (${silent.join(", ")})`;
  await log.addSelected("ROW_TWICE", `select distinct _file, _sheet, _row from equal_row where ${loud}`, {});
  await staging.run(`delete from ${name} where rowid in (select row_id from equal_row)`);
}

/** Appends |2, |3 … to made ids that are still equal, in the order of what the rows say, not of where they stand. */
async function addOrdinals(staging: StagingDatabase, table: CanonicalTable): Promise<void> {
  const name = `mapped.${quoted(table.name)}`;
  const key = table.key.map(quoted).join(", ");
  const id = quoted(table.key[0] ?? "id");
  const fields = Object.keys(table.fields).map(quoted).join(", ");
  await staging.run(
    `update ${name} as target set ${id} = concat(target.${id}, '|', numbered.place) from (
       select rowid as row_id, row_number() over (partition by ${key} order by ${fields}, _file, _sheet, _row) as place
       from ${name} semi join repeated_key using (${key})) as numbered
     where target.rowid = numbered.row_id and numbered.place > 1`,
  );
}

/** One row for each key: every field from the first row that has it, in order of entry, file and row. */
async function joinRows(staging: StagingDatabase, table: CanonicalTable, { silent, log }: Options): Promise<void> {
  const name = `mapped.${quoted(table.name)}`;
  const key = table.key.map(quoted).join(", ");
  const own = table.key.map(quoted);
  await staging.run(
    `create or replace temp table told as
     select *, row_number() over (partition by ${key} order by _entry, _file, _sheet, _row) as _place
     from ${name} semi join repeated_key using (${key})`,
  );
  const loud = silent.length === 0 ? "true" : `_entry not in (${silent.join(", ")})`;
  await log.addSelected("KEY_TWICE", `select _file, _sheet, _row from told where _place > 1 and ${loud}`, {
    table: table.name,
  });
  for (const field of await differingFields(staging, table))
    await log.addSelected(
      "FACTS_DIFFER",
      differingSql(key, field),
      { column: field, table: table.name },
      { column: field },
    );
  const columns = ["_file", "_sheet", "_row", "_entry", ...Object.keys(table.fields).map(quoted)];
  const first = columns.map((column) => (own.includes(column) ? column : `arg_min(${column}, _place) as ${column}`));
  await staging.run(
    `delete from ${name} where rowid in (select target.rowid from ${name} as target semi join repeated_key using (${key}));
     insert into ${name} (${columns.join(", ")}) select ${first.join(", ")} from told group by ${key}`,
  );
}

/** The fields that two rows of one key fill differently: most tables have none, and one look at all of them tells. */
async function differingFields(staging: StagingDatabase, table: CanonicalTable): Promise<readonly string[]> {
  const fields = Object.keys(table.fields).filter((each) => !table.key.includes(each));
  const ranges = fields.map((field) => `min(${quoted(field)}) <> max(${quoted(field)}) as ${quoted(field)}`);
  const any = fields.map((field) => `bool_or(${quoted(field)}) as ${quoted(field)}`);
  const [found] = await staging.rows(
    `select ${any.join(", ")} from (select ${ranges.join(", ")} from told group by ${table.key.map(quoted).join(", ")})`,
  );
  return fields.filter((field) => found?.[field] === true);
}

/** Rows of a key whose field is filled and is not what the first row that fills it says. */
function differingSql(key: string, field: string): string {
  const column = quoted(field);
  return `select _file, _sheet, _row from (
      select _file, _sheet, _row, ${column} as own, arg_min(${column}, _place) over (partition by ${key}) as first from told)
    where own is not null and own is distinct from first`;
}
