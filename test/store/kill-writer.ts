/** A process that writes comments and editions as fast as it can and says each one only once the store has acknowledged it; made to be killed. */
import { writeSync } from "node:fs";
import { addComment, editComment } from "../../src/store/comment.ts";
import { writeEdition } from "../../src/store/edition.ts";
import { openStore } from "../../src/store/open-store.ts";

const [name = "", data = "", url = "", count = "Infinity"] = process.argv.slice(2);
const by = { actor: name, at: "2026-04-20T09:00:00.000Z" };
const store = await openStore({ data, url });
say("ready");
for (let n = 0; n < Number(count); n += 1) {
  const body = `${name} ${n}`;
  const place = { scorecard: "vital-signs", period: "2026-03" };
  const comment = await addComment(store, by, { ...place, subject: { kind: "scorecard" }, body });
  say(`comment ${comment.id} 1 ${body}`);
  const edited = await editComment(store, by, { id: comment.id, version: 1, body: `${body} edited` });
  say(`comment ${comment.id} ${edited.version} ${body} edited`);
  const id = `${name}-${n}`;
  await writeEdition(store, by, {
    ...{ id, scorecard: id, period: "2026-03", number: 1, kind: "first", audience: "members" },
    ...{ reason: null, corrects: null },
    files: ["a", "b", "c", "d"].map((path) => ({ path, bytes: Buffer.alloc(3000, path) })),
  });
  say(`edition ${id}`);
}
await store.close();

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
