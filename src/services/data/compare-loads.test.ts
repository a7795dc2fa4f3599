/** Two loads side by side: rows and children that came, went and changed. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadReturn } from "../load-return.ts";
import { compareLoads, exampleChildren } from "./compare-loads.ts";
import { acceptedLoads, acceptedPlace, predecessorOf } from "./load-places.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-compare-"));
after(() => rmSync(root, { recursive: true, force: true }));
const data = join(root, "data");

/** Loads a sheet of contacts; each is a load of its own. */
async function load(rows: readonly string[], minute: number): Promise<string> {
  const path = join(root, "contact.csv");
  writeFileSync(path, ["contact_id,person_id,date,source", ...rows, ""].join("\n"));
  const outcome = await loadReturn({
    paths: [path],
    authority: "Wexcombe",
    data,
    catalogue: ["catalogue"],
    strict: false,
    by: "test",
    at: new Date(Date.UTC(2026, 3, 10, 9, minute)),
    report: () => undefined,
  });
  return outcome.load ?? "";
}

test("rows are matched by event, paired where alike, and counted as new, gone or changed", async () => {
  const before = await load(
    ["E1,C1,2026-03-01,1A", "E2,C2,2026-03-02,1A", "E3,C3,2026-03-03,1B", "E4,C3,2026-03-03,1B"],
    0,
  );
  const after = await load(
    ["E1,C1,2026-03-01,1A", "E3,C3,2026-03-03,1B", "E9,C3,2026-03-03,1B", "E5,C5,2026-03-05,1A"],
    1,
  );
  const places = [acceptedPlace(data, before), acceptedPlace(data, after)] as const;
  const difference = await compareLoads(...places);
  assert.deepEqual(difference.tables, [
    {
      table: "contact",
      rowsBefore: 4,
      rowsAfter: 4,
      added: 1,
      gone: 1,
      changed: 1,
      columns: [{ column: "contact_id", changed: 1 }],
    },
  ]);
  const { tables: _, ...children } = difference;
  assert.deepEqual(children, { childrenBefore: 3, childrenAfter: 3, childrenAdded: 1, childrenGone: 1 });
  assert.deepEqual(await exampleChildren(...places), { added: ["C5"], gone: ["C2"] });
});

test("a load that adds rows is read beside the latest load of the same tables, which goes on counting", async () => {
  const loads = acceptedLoads(data);
  const last = loads.at(-1);
  assert.ok(last);
  assert.deepEqual(predecessorOf(last, loads.slice(0, -1)), { manifest: loads[0], isReplaced: false });
  assert.equal(predecessorOf({ ...last, authority: "Elsewhere" }, loads), null);
});

test("a return that repeats everything stands in place of the load before", () => {
  const loads = acceptedLoads(data).map((load) => ({ ...load, repeats: "everything" as const }));
  const [first, second] = loads;
  assert.ok(first && second);
  assert.equal(predecessorOf(second, [first])?.isReplaced, true);
});
