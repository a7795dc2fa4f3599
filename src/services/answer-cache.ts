/** Keeps answers until loads or catalogue change, so that asking again costs only reading a file. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "./workspace.ts";

/** Raise when the shape of any kept answer changes. */
const VERSION = 1;

/** The kept answer to a question, or a fresh one, which is then kept. Answers of earlier states are thrown away. */
export async function cached<T>(workspace: Workspace, question: unknown, answer: () => Promise<T>): Promise<T> {
  const folder = join(workspace.folder.cache, `${VERSION}-${workspace.fingerprint}`);
  const path = join(folder, `${createHash("sha256").update(JSON.stringify(question)).digest("hex").slice(0, 32)}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as T;
  const fresh = await answer();
  if (!existsSync(folder)) {
    forgetOthers(workspace.folder.cache, folder);
    mkdirSync(folder, { recursive: true });
  }
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(fresh));
  renameSync(draft, path);
  return fresh;
}

function forgetOthers(root: string, keep: string): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root))
    if (join(root, name) !== keep) rmSync(join(root, name), { recursive: true, force: true });
}
