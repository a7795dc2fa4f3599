/** Only one process loads into a data folder at a time; readers are never held up. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { AppError } from "../domain/errors.ts";
import type { DataFolder } from "./data-folder.ts";

/** Runs the work while holding the folder's lock; a lock left by a process that has died is taken over. @throws AppError WAREHOUSE_BUSY */
export async function whileLoading<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder.root, { recursive: true });
  take(folder.lock);
  try {
    return await work();
  } finally {
    rmSync(folder.lock, { force: true });
  }
}

function take(path: string): void {
  for (const attempt of [1, 2]) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (cause) {
      const isTaken = (cause as NodeJS.ErrnoException).code === "EEXIST";
      if (!isTaken) throw cause;
      if (attempt === 2 || isRunning(Number(readFileSync(path, "utf8")))) {
        throw new AppError(
          "WAREHOUSE_BUSY",
          "Another process is loading into this data folder.",
          "Wait for it to end and try again.",
          { cause },
        );
      }
      rmSync(path, { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}
