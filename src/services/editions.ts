/** Published editions: listed, and written out as folders that prove themselves. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../domain/errors.ts";
import { readEdition, readEditionFiles } from "../store/edition.ts";
import type { Store } from "../store/open-store.ts";

export { listEditions, readEdition, readEditionFile, type StoredEdition } from "../store/edition.ts";

/**
 * Writes an edition's public files, and on request what it was made from, into a folder of their own.
 *
 * @returns the paths written, relative to the folder
 */
export async function writeOutEdition(
  store: Store,
  id: string,
  { to, withInternal }: { readonly to: string; readonly withInternal: boolean },
): Promise<readonly string[]> {
  await readEdition(store, id);
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new AppError("USAGE", `${to} is not empty.`, "Name a folder that does not exist yet.");
  const files = await readEditionFiles(store, id);
  const written = files.flatMap(({ path, bytes }) => {
    // Public files lie at the top, so that the folder as it is can be put on a web site.
    const name = path.startsWith("public/") ? path.slice("public/".length) : path;
    return path.startsWith("public/") || withInternal ? [{ name, bytes }] : [];
  });
  for (const { name, bytes } of written) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), bytes);
  }
  return written.map(({ name }) => name);
}
