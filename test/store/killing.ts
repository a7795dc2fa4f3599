/** Starts writers, kills them at some instant, and checks that the store holds everything they were told it holds. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { checkEditions } from "../../src/store/check-editions.ts";
import { commentVersions, listComments, readComment } from "../../src/store/comment.ts";
import { listEditions, readEditionFiles } from "../../src/store/edition.ts";
import { verifyLog } from "../../src/store/logs.ts";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";

const WRITER = fileURLToPath(new URL("./kill-writer.ts", import.meta.url));

export type Ended = { readonly acknowledged: readonly string[]; readonly code: number | null; readonly said: string };

/** So many lines from a writer and it is in the middle of writing. */
const UNDER_WAY = 10;
const linesOf = (text: string): number => text.split("\n").length;

/** A writer; `killAfter` counts milliseconds from when it has opened the store, `onWriting` is told once it has written for a while. */
export async function runWriter(
  { data, url }: StorePlace,
  name: string,
  {
    count,
    killAfter,
    onWriting,
  }: { readonly count?: number; readonly killAfter?: number; readonly onWriting?: () => void },
): Promise<Ended> {
  const child = spawn(process.execPath, ["--no-warnings", WRITER, name, data, url ?? "", String(count ?? "Infinity")]);
  let out = "";
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stdout.on("data", (chunk: Buffer) => {
    const isFirst = out === "";
    const isWriting = linesOf(out) >= UNDER_WAY;
    out += chunk.toString();
    if (!isWriting && linesOf(out) >= UNDER_WAY) onWriting?.();
    if (!isFirst) return;
    if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { acknowledged: out.split("\n").slice(1, -1), code, said };
}

/** Everything acknowledged is there, the log is whole and says what the tables say, and every edition is complete. @returns how many changes there are */
export async function checkNothingLost(place: StorePlace, acknowledged: readonly string[]): Promise<number> {
  const store = await openStore(place);
  try {
    for (const line of acknowledged) {
      const [what, id = "", version, ...words] = line.split(" ");
      if (what === "edition") assert.equal((await readEditionFiles(store, id)).length, 4, line);
      else {
        assert.ok((await readComment(store, id)).version >= Number(version), line);
        const kept = (await commentVersions(store, id)).find((one) => one.version === Number(version));
        assert.equal(kept?.body, words.join(" "));
      }
    }
    const { entries, broken } = await verifyLog(store);
    assert.equal(broken, null);
    const checks = await checkEditions(store);
    assert.deepEqual(
      checks.filter(({ faults }) => faults.length > 0),
      [],
    );
    const comments = await listComments(store, { scorecard: "vital-signs", period: "2026-03" });
    const versions = comments.reduce((sum, { version }) => sum + version, 0);
    const editions = (await listEditions(store)).length;
    const { files } = await store.db
      .selectFrom("edition_file")
      .select((of) => of.fn.countAll().as("files"))
      .executeTakeFirstOrThrow();
    assert.deepEqual([versions + editions, Number(files)], [entries, editions * 4]);
    return entries;
  } finally {
    await store.close();
  }
}
