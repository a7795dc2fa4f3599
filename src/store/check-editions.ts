/** Whether every edition is the one that was published: its files against its checksum, and its row against the change log. */
import { canonicalJson } from "./canonical-json.ts";
import { checkEdition, type EditionCheck, listEditions, type StoredEdition } from "./edition.ts";
import type { Store } from "./store.ts";

/** Checks every edition there is or ever was, or one. @throws AppError EDITION_UNKNOWN when the one asked for is not there */
export async function checkEditions(store: Pick<Store, "db">, only?: string): Promise<readonly EditionCheck[]> {
  const logged = await publishedFacts(store);
  const stored = new Map((await listEditions(store)).map((edition) => [edition.id, edition]));
  const ids = only === undefined ? [...new Set([...stored.keys(), ...logged.keys()])].sort() : [only];
  const checks: EditionCheck[] = [];
  for (const id of ids) {
    const edition = stored.get(id);
    if (edition === undefined && logged.has(id)) {
      checks.push({ edition: id, checksum: "", faults: ["it was published, and is no longer there"] });
      continue;
    }
    const check = await checkEdition(store, id);
    const isAsLogged = edition !== undefined && logged.get(id) === factsOf(edition);
    checks.push(isAsLogged ? check : { ...check, faults: [...check.faults, "the change log tells of it otherwise"] });
  }
  return checks;
}

/** What the log says was published, by id. */
async function publishedFacts({ db }: Pick<Store, "db">): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("change_log")
    .select("detail")
    .where("what", "=", "publish edition")
    .orderBy("sequence")
    .execute();
  const editions = rows.map(({ detail }) => (JSON.parse(detail) as { readonly after: StoredEdition }).after);
  return new Map(editions.map((edition) => [edition.id, factsOf(edition)]));
}

function factsOf(edition: StoredEdition): string {
  const { id, scorecard, period, number, kind, reason, corrects, audience, publishedAt, publishedBy, checksum } =
    edition;
  return canonicalJson([
    [id, scorecard, period, number, kind, reason, corrects],
    [audience, publishedAt, publishedBy, checksum],
  ]);
}
