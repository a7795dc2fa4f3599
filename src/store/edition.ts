/** Published editions: written whole in one transaction and never changed; a trigger sees to it. */
import { checksumOf, type NamedBytes, sha256 } from "../domain/checksums.ts";
import type { EditionKind } from "../domain/edition.ts";
import { AppError } from "../domain/errors.ts";
import type { EditionRow } from "./schema.ts";
import type { By, Store } from "./store.ts";

export type StoredEdition = {
  readonly id: string;
  readonly scorecard: string;
  readonly period: string;
  readonly number: number;
  readonly kind: EditionKind;
  readonly reason: string | null;
  readonly corrects: string | null;
  readonly audience: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  /** SHA-256 of the list of its files with theirs. */
  readonly checksum: string;
};
export type EditionToWrite = Omit<StoredEdition, "publishedAt" | "publishedBy" | "checksum"> & {
  readonly files: readonly NamedBytes[];
};

/** All of it is there afterwards, or none. @throws AppError CHANGED_MEANWHILE when another was published first */
export async function writeEdition(store: Store, { actor, at }: By, edition: EditionToWrite): Promise<StoredEdition> {
  const { files, ...facts } = edition;
  const checksum = checksumOf(files);
  return store.change({ actor, at, what: "publish edition" }, async (transaction) => {
    const taken = await transaction
      .selectFrom("edition")
      .select("id")
      .where("scorecard", "=", facts.scorecard)
      .where("period", "=", facts.period)
      .where("number", ">=", facts.number)
      .executeTakeFirst();
    if (taken !== undefined)
      throw new AppError(
        "CHANGED_MEANWHILE",
        `${taken.id} was published meanwhile.`,
        "Look at it, and publish a correction if one is still needed.",
      );
    // Files first: once their edition stands, none can be added to it.
    for (const { path, bytes } of files)
      await transaction
        .insertInto("edition_file")
        .values({ edition: facts.id, path, bytes, sha256: sha256(bytes) })
        .execute();
    const { id, scorecard, period, number, kind, reason, corrects, audience } = facts;
    await transaction
      .insertInto("edition")
      .values({
        id,
        scorecard,
        period,
        number,
        kind,
        reason,
        corrects,
        audience,
        published_at: at,
        published_by: actor,
        checksum,
      })
      .execute();
    const result: StoredEdition = { ...facts, publishedAt: at, publishedBy: actor, checksum };
    return { subject: `edition ${id}`, before: null, after: { ...result, files: files.length }, result };
  });
}

/** Editions, newest first. */
export async function listEditions(
  { db }: Pick<Store, "db">,
  choice: { readonly scorecard?: string; readonly period?: string } = {},
): Promise<readonly StoredEdition[]> {
  let query = db.selectFrom("edition").selectAll().orderBy("published_at", "desc").orderBy("number", "desc");
  if (choice.scorecard !== undefined) query = query.where("scorecard", "=", choice.scorecard);
  if (choice.period !== undefined) query = query.where("period", "=", choice.period);
  return (await query.execute()).map(editionOf);
}

/** The newest edition of a card's period; `null` before the first. */
export async function latestEdition(
  { db }: Pick<Store, "db">,
  { scorecard, period }: { readonly scorecard: string; readonly period: string },
): Promise<StoredEdition | null> {
  const row = await db
    .selectFrom("edition")
    .selectAll()
    .where("scorecard", "=", scorecard)
    .where("period", "=", period)
    // By number, not by time: clocks of two machines differ.
    .orderBy("number", "desc")
    .executeTakeFirst();
  return row === undefined ? null : editionOf(row);
}

/** @throws AppError EDITION_UNKNOWN */
export async function readEdition({ db }: Pick<Store, "db">, id: string): Promise<StoredEdition> {
  const row = await db.selectFrom("edition").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined)
    throw new AppError("EDITION_UNKNOWN", `There is no edition "${id}".`, "waymark editions lists them.");
  return editionOf(row);
}

/** @throws AppError EDITION_UNKNOWN when there is no such edition or it has no such file */
export async function readEditionFile({ db }: Pick<Store, "db">, id: string, path: string): Promise<Uint8Array> {
  const row = await db
    .selectFrom("edition_file")
    .select("bytes")
    .where("edition", "=", id)
    .where("path", "=", path)
    .executeTakeFirst();
  if (row === undefined)
    throw new AppError(
      "EDITION_UNKNOWN",
      `There is no edition "${id}" with a file ${path}.`,
      "waymark editions lists them.",
    );
  return row.bytes;
}

/** Every file of an edition, in order of path. */
export async function readEditionFiles({ db }: Pick<Store, "db">, id: string): Promise<readonly NamedBytes[]> {
  return db.selectFrom("edition_file").select(["path", "bytes"]).where("edition", "=", id).orderBy("path").execute();
}

export type EditionCheck = { readonly edition: string; readonly checksum: string; readonly faults: readonly string[] };

/** Whether an edition's files are those it was published with. */
export async function checkEdition(store: Pick<Store, "db">, id: string): Promise<EditionCheck> {
  const { checksum } = await readEdition(store, id);
  const files = await store.db.selectFrom("edition_file").selectAll().where("edition", "=", id).execute();
  const changed = files.filter((file) => sha256(file.bytes) !== file.sha256).map(({ path }) => `${path} was changed`);
  const isWhole = checksumOf(files) === checksum;
  return {
    edition: id,
    checksum,
    faults: isWhole ? changed : [...changed, "its files are not those it was published with"],
  };
}

function editionOf(row: EditionRow): StoredEdition {
  const { published_at: publishedAt, published_by: publishedBy, kind, ...facts } = row;
  return { ...facts, kind: kind as EditionKind, publishedAt, publishedBy };
}
