/** Triggers that refuse to change or delete rows, and to add a file to an edition that stands. */
import type { StoreKind } from "../store.ts";

/** The statements for the tables whose rows stay as they were written. */
export function keepRowsSql(kind: StoreKind, tables: readonly string[]): readonly string[] {
  return kind === "sqlite" ? sqliteTriggers(tables) : postgresTriggers(tables);
}

/** Refuses to change or delete rows of tables made by later migrations. */
export function appendOnlySql(kind: StoreKind, tables: readonly string[]): readonly string[] {
  return tables.flatMap((table) =>
    kind === "sqlite"
      ? ["update", "delete"].map(
          (deed) =>
            `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, '${table} is append-only'); end`,
        )
      : [
          `create trigger ${table}_no_change before update or delete on ${table} for each row execute function refuse_change()`,
          `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
        ],
  );
}

function sqliteTriggers(tables: readonly string[]): readonly string[] {
  return [
    ...appendOnlySql("sqlite", tables),
    `create trigger edition_file_closed before insert on edition_file
     when exists (select 1 from edition where id = new.edition)
     begin select raise(abort, 'edition is already published'); end`,
  ];
}

function postgresTriggers(tables: readonly string[]): readonly string[] {
  return [
    `create function refuse_change() returns trigger language plpgsql as $$
     begin raise exception '% is append-only', tg_table_name; end $$`,
    ...appendOnlySql("postgresql", tables),
    `create function refuse_file_of_published() returns trigger language plpgsql as $$
     begin
       if exists (select 1 from edition where id = new.edition) then
         raise exception 'edition is already published';
       end if;
       return new;
     end $$`,
    `create trigger edition_file_closed before insert on edition_file for each row execute function refuse_file_of_published()`,
  ];
}
