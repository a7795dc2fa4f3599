/** Files given to ingest: what becomes a draft, what becomes an issue, and that nothing makes it fall over. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import type { DraftLoad } from "../warehouse/draft-load.ts";
import { type ReadOptions, readReturn } from "./read-return.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-read-"));
after(() => rmSync(root, { recursive: true, force: true }));
const workDir = join(root, "work");

const EPISODES =
  "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nW1,01/05/2024,S,V2,N1,U6,PR1,,,,,,\n";
const REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\nW1,02/03/2012,12/05/2024,PN1\n";

function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

async function reading(
  paths: readonly string[],
  look: (drafts: readonly DraftLoad[]) => Promise<void> | void,
  options: Partial<ReadOptions> = {},
): Promise<void> {
  const drafts = await readReturn(paths, { authority: "Wexcombe", catalogueDir: "catalogue", workDir, ...options });
  try {
    await look(drafts);
  } finally {
    for (const draft of drafts) await draft.close();
  }
}

const codes = (drafts: readonly DraftLoad[]) => drafts.flatMap(({ issues }) => issues.map(({ code }) => code));

test("a folder of several years is one draft a year, whether the year stands in the name or the folder", async () => {
  const folder = folderOf("years", {
    "2024-25/episodes.csv": EPISODES,
    "2024-25/reviews.csv": REVIEWS,
    "episodes 2023.csv": EPISODES.replace("2024", "2022"),
    "notes.docx": "not data",
  });
  await reading([folder], (drafts) => {
    assert.deepEqual(
      drafts.map(({ year, files }) => [year, files.length]),
      [
        [2025, 2],
        [2023, 1],
      ],
    );
    assert.ok(codes(drafts).includes("FILE_IGNORED"));
  });
});

test("files named for two years that prove to be of one are one draft", async () => {
  const folder = folderOf("same-year", {
    "episodes 2024.csv": EPISODES,
    "episodes 2025.csv": EPISODES.replace("W1", "W2"),
  });
  await reading([folder], (drafts) => {
    assert.deepEqual(
      drafts.map(({ year, tables }) => [year, tables.care_episode?.rows]),
      [[2025, 2]],
    );
  });
});

test("a year named by the person holds for every file", async () => {
  const folder = folderOf("one-year", { "a 2019.csv": EPISODES, "b 2021.csv": REVIEWS });
  await reading(
    [folder],
    (drafts) =>
      assert.deepEqual(
        drafts.map(({ year }) => year),
        [2025],
      ),
    { year: 2025 },
  );
});

test("the same file twice is read once and said so", async () => {
  const folder = folderOf("twice", { "a.csv": EPISODES, "b.csv": EPISODES });
  await reading([folder], (drafts) => {
    assert.equal(drafts[0]?.tables.care_episode?.rows, 1);
    assert.ok(codes(drafts).includes("FILE_TWICE"));
  });
});

test("a file unchanged from one year to the next counts in both", async () => {
  const folder = folderOf("unchanged", { "2024/reviews.csv": REVIEWS, "2025/reviews.csv": REVIEWS });
  await reading(
    [folder],
    (drafts) =>
      assert.equal(
        drafts.reduce((sum, { files }) => sum + files.length, 0),
        1,
      ),
    {
      year: 2025,
    },
  );
  const other = folderOf("unchanged-uasc", {
    "2024/episodes.csv": EPISODES.replace("2024", "2023"),
    "2025/episodes.csv": EPISODES,
    "2024/uasc.csv": "CHILD,SEX,DOB,DUC\nW1,F,02/03/2012,\n",
    "2025/uasc.csv": "CHILD,SEX,DOB,DUC\nW1,F,02/03/2012,\n",
  });
  await reading([other], (drafts) =>
    assert.deepEqual(
      drafts.map(({ tables }) => tables.person_flag?.rows),
      [1, 1],
    ),
  );
});

test("a pattern names the files it matches", async () => {
  const folder = folderOf("pattern", { "a.csv": EPISODES, "b.csv": REVIEWS, "c.txt": "x" });
  await reading([join(folder, "*.csv")], (drafts) => assert.equal(drafts[0]?.files.length, 2));
});

test("a path that does not exist is an error that says so", async () => {
  await assert.rejects(
    reading([join(root, "nowhere.csv")], () => {}),
    { code: "FILE_MISSING" },
  );
});

test("a return Waymark does not know is an error that names those it does", async () => {
  const folder = folderOf("unknown-return", { "a.csv": EPISODES });
  await assert.rejects(
    reading([folder], () => {}, { return: "sdda903" }),
    (fault: Error & { remedy?: string }) => Boolean(fault.remedy?.includes("ssda903")),
  );
});

const HOSTILE: Readonly<Record<string, readonly [string | Uint8Array, string]>> = {
  "nothing in it": ["", "FILE_EMPTY"],
  "only blank lines": ["\n\n  \n", "FILE_EMPTY"],
  "a header nobody knows": ["foo,bar\n1,2\n", "FILE_NOT_RECOGNISED"],
  "a PDF": ["%PDF-1.7\n1 0 obj", "FILE_NOT_RECOGNISED"],
  "a picture": [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "FILE_NOT_RECOGNISED"],
  "random bytes": [Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), "FILE_NOT_RECOGNISED"],
  "NULs and nothing else": [Buffer.alloc(5000), "FILE_NOT_RECOGNISED"],
  "ten thousand columns": [
    `CHILD,${Array.from({ length: 10_000 }, (_, i) => `C${i}`).join(",")}\n`,
    "FILE_NOT_RECOGNISED",
  ],
  "one line of a megabyte": ["x".repeat(1_000_000), "FILE_NOT_RECOGNISED"],
};

for (const [name, [content, code]] of Object.entries(HOSTILE))
  test(`a file of ${name} is refused with ${code}, and with words that help`, async () => {
    const folder = folderOf(`hostile ${name}`, { "given.csv": content });
    await reading([folder], (drafts) => {
      assert.deepEqual(
        drafts.map(({ refused }) => refused),
        [true],
      );
      assert.deepEqual(codes(drafts), [code]);
      assert.ok(drafts[0]?.issues.every(({ message, remedy }) => message.length > 10 && remedy.length > 10));
    });
  });

test("the wrong return named says what the file looks like", async () => {
  const folder = folderOf("wrong", { "a.csv": EPISODES });
  await reading(
    [folder],
    (drafts) => {
      assert.deepEqual(codes(drafts), ["FILE_NOT_OF_RETURN"]);
      assert.match(drafts[0]?.issues[0]?.message ?? "", /CSV file of 13 columns/);
    },
    { return: "cin-census" },
  );
});

test("a file whose rows cannot be told apart to its end is refused whole", async () => {
  const folder = folderOf("open-quote", { "a.csv": `${EPISODES}W2,"02/05/2024,S\nW3,03/05/2024,S,V2\n` });
  await reading([folder], (drafts) => {
    assert.equal(drafts[0]?.refused, true);
    assert.ok(codes(drafts).includes("UNCLOSED_QUOTE"));
  });
});

test("a header without rows is told and refused, since nothing came of it", async () => {
  const folder = folderOf("no-rows", { "a.csv": `${EPISODES.split("\n")[0]}\n` });
  await reading([folder], (drafts) => {
    assert.equal(drafts[0]?.refused, true);
    assert.deepEqual(new Set(codes(drafts)), new Set(["FILE_WITHOUT_ROWS", "NO_ROWS_KEPT", "YEAR_NOT_KNOWN"]));
  });
});

test("one bad file among good ones does not stop them", async () => {
  const folder = folderOf("mixed", { "a.csv": EPISODES, "b.csv": "", "c.csv": "foo,bar\n1,2\n" });
  await reading([folder], (drafts) => {
    assert.deepEqual(
      drafts.map(({ refused, files }) => [refused, files.length]),
      [[false, 1]],
    );
    assert.ok(codes(drafts).includes("FILE_EMPTY"));
    assert.ok(codes(drafts).includes("FILE_NOT_RECOGNISED"));
  });
});

test("issues hold no value of the row they are about", async () => {
  const secret = "Q7 SECRET 1999";
  const bad = `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nW1,${secret},${secret},${secret},${secret},${secret},${secret}\n`;
  const folder = folderOf("secret", {
    "header.csv": bad,
    "episodes.csv": EPISODES.replace("V2", secret).replace("U6", secret),
  });
  await reading([folder], (drafts) => {
    assert.ok((drafts[0]?.issues.length ?? 0) >= 5);
    assert.ok(!JSON.stringify(drafts[0]?.issues).includes("SECRET"));
  });
});

test("a kind named for a sheet of events that says none is taken", async () => {
  const folder = folderOf("kind", { "march.csv": "child id,date\nW1,01/03/2025\n" });
  await reading(
    [folder],
    async ([draft]) => {
      const rows = await draft?.connection.runAndReadAll("select kind from draft.local_event");
      assert.deepEqual(rows?.getRows(), [["supervision"]]);
    },
    { kind: "supervision" },
  );
});

test("closing a draft leaves nothing in the work folder", async () => {
  const folder = folderOf("tidy", { "a.csv": Buffer.from(EPISODES.replace("W1", "Zoë"), "latin1") });
  await reading([folder], () => {});
  assert.deepEqual(readdirSync(workDir), []);
});

test("many issues alike are all counted and only the first shown one by one", async () => {
  const rows = Array.from({ length: 500 }, (_, i) => `W${i},31/02/2024,S,V2,N1,U6,PR1,,,,,,`).join("\n");
  const folder = folderOf("many", { "a.csv": `${EPISODES}${rows}\n` });
  await reading([folder], ([draft]) => {
    assert.equal(draft?.issueCounts.error, 500);
    assert.equal(draft?.rowsRefused, 500);
    const shown = draft?.issues.filter(({ code }) => code === "DATE_IMPOSSIBLE") ?? [];
    assert.equal(
      shown.reduce((sum, { count = 1 }) => sum + count, 0),
      500,
    );
    assert.ok(shown.length < 250);
  });
});
