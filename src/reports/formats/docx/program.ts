/** Where the program of the process lies that writes Word reports: in the source, or beside the files of a built release. */
import { existsSync } from "node:fs";
import { join } from "node:path";

export function wordProgram(): string {
  const built = join(import.meta.dirname, "word-worker.js");
  return existsSync(built) ? built : join(import.meta.dirname, "worker.ts");
}
