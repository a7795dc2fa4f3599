/** The promise of ingest: every row of a file is either kept or told of, every value kept or told of, and no file makes it fall over. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import fc from "fast-check";
import type { DraftLoad } from "../warehouse/draft-load.ts";
import { readReturn } from "./read-return.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-nothing-lost-"));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

async function reading<T>(content: string | Uint8Array, look: (draft: DraftLoad) => Promise<T>): Promise<T> {
  const path = join(root, `${++made}.csv`);
  writeFileSync(path, content);
  const drafts = await readReturn([path], {
    authority: "Wexcombe",
    catalogueDir: "catalogue",
    workDir: join(root, "work"),
    year: 2025,
  });
  try {
    assert.equal(drafts.length, 1);
    return await look(drafts[0] as DraftLoad);
  } finally {
    for (const draft of drafts) await draft.close();
  }
}

const rowsOf = async (draft: DraftLoad, sql: string) =>
  (await draft.connection.runAndReadAll(sql)).getRows().map(([row]) => Number(row));

const child = fc.constantFrom("W1", "W2", "W3", "", "  ");
const day = fc.constantFrom(
  "01/05/2024",
  "2024-05-02",
  "3 May 2024",
  "31/02/2024",
  "1/5/24",
  "",
  "05/31/2024",
  "#N/A",
  "soon",
);
const reviewCode = fc.constantFrom("PN1", "pn2", "", "PN9");
const extra = fc.constantFrom("", "", "", ",", ",surplus");
const line = fc.tuple(child, day, day, reviewCode, extra).map(([a, b, c, d, e]) => `${a},${b},${c},${d}${e}`);

test("every row of a file of reviews is in the draft or in the issues", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 200 }), async (lines) => {
      const content = `CHILD,DOB,REVIEW,REVIEW_CODE\n${lines.join("\n")}\n`;
      await reading(content, async (draft) => {
        const kept = "review" in draft.tables ? await rowsOf(draft, "select source_row from draft.review") : [];
        const told = await rowsOf(
          draft,
          `select distinct "row" from draft.issue where severity = 'error' or code = 'ROW_TWICE'`,
        );
        const found = new Set([...kept, ...told]);
        const blank = (text: string) => text.replaceAll(",", "").trim() === "";
        lines.forEach((text, index) => {
          if (!blank(text)) assert.ok(found.has(index + 2), `row ${index + 2}: ${text}`);
        });
      });
    }),
    { numRuns: 8 },
  );
});

test("every date given is in the draft or told of with its row and column", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 100 }), async (pairs) => {
      const lines = pairs.map(([start, end], index) => `W${index},01/02/2010,M,${start},${end}`);
      await reading(`CHILD,DOB,MISSING,MIS_START,MIS_END\n${lines.join("\n")}\n`, async (draft) => {
        const filled = (column: string) =>
          "missing_episode" in draft.tables
            ? rowsOf(draft, `select source_row from draft.missing_episode where "${column}" is not null`)
            : Promise.resolve([]);
        const told = (column: string) => rowsOf(draft, `select "row" from draft.issue where "column" = '${column}'`);
        const starts = new Set([...(await filled("start")), ...(await told("MIS_START"))]);
        const ends = new Set([...(await filled("end")), ...(await told("MIS_END"))]);
        pairs.forEach(([start, end], index) => {
          assert.ok(starts.has(index + 2), `start ${start}`);
          // The end of a row refused for its start goes with the row.
          if (end !== "" && starts.has(index + 2))
            assert.ok(ends.has(index + 2) || start === "" || !isDay(start), `end ${end}`);
        });
      });
    }),
    { numRuns: 5 },
  );
});

function isDay(text: string): boolean {
  return ["01/05/2024", "2024-05-02", "3 May 2024"].includes(text);
}

test("a header with a byte of nothing in a name is read by the rest of the name", async () => {
  await reading(Buffer.from("CHILD,D\0OB,REVIEW,REVIEW_CODE\nW1,01/02/2010,01/05/2024,PN1\n"), async (draft) => {
    assert.ok(draft.refused || Object.keys(draft.tables).length > 0);
  });
});

test("a sound file with bytes changed at random is read or refused, never a crash", async () => {
  const sound = Buffer.from(
    `CHILD,DOB,REVIEW,REVIEW_CODE\n${Array.from({ length: 30 }, (_, i) => `W${i},01/02/2010,0${(i % 9) + 1}/05/2024,PN1`).join("\n")}\n`,
  );
  const change = fc.tuple(fc.nat(sound.length - 1), fc.constantFrom(0, 10, 13, 34, 44, 59, 128, 195, 255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of changes) bytes[at] = value;
      await reading(bytes, async (draft) => {
        assert.ok(draft.refused || Object.keys(draft.tables).length > 0);
        assert.ok(draft.issues.every(({ message }) => !message.includes("{")));
      });
    }),
    { numRuns: 12 },
  );
});
