/** Every migration, in order; a new one is one file and one line here, and one that has been released is never edited. */
import type { Migration } from "kysely/migration";
import type { StoreKind } from "../store.ts";
import { firstTables } from "./0001-first-tables.ts";
import { people } from "./0002-people.ts";
import { signIn } from "./0003-sign-in.ts";
import { savedLists } from "./0004-saved-lists.ts";
import { challenge } from "./0005-challenge.ts";
import { data } from "./0007-data.ts";
import { definitions } from "./0008-definitions.ts";
import { tokens } from "./0009-tokens.ts";
import { reportDrafts } from "./0010-report-drafts.ts";

/** The migrations of one kind of store, by name; names sort in the order they run. */
export function migrationsOf(kind: StoreKind): Record<string, Migration> {
  return {
    "0001-first-tables": firstTables(kind),
    "0002-people": people,
    "0003-sign-in": signIn,
    "0004-saved-lists": savedLists,
    "0005-challenge": challenge(kind),
    "0007-data": data,
    "0008-definitions": definitions(kind),
    "0009-tokens": tokens,
    "0010-report-drafts": reportDrafts(kind),
  };
}
