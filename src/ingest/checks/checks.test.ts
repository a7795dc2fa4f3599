/** Checks across rows, each on the smallest return that shows it, and on its neighbour that is right. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { readReturn } from "../read-return.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-checks-"));
after(() => rmSync(root, { recursive: true, force: true }));

const HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
const EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
const CHILD = "W1,M,02/03/2012,WBRI,UN1,,";

let made = 0;

/** The issues of a return of the year to 31 March 2025, as code and row, of the kinds named. */
async function issuesOf(episodes: readonly string[], children: readonly string[], kinds: readonly string[]) {
  const folder = join(root, String(++made));
  mkdirSync(folder);
  writeFileSync(join(folder, "header.csv"), [HEADER, ...children, ""].join("\n"));
  writeFileSync(join(folder, "episodes.csv"), [EPISODES, ...episodes, ""].join("\n"));
  const drafts = await readReturn([folder], {
    authority: "Wexcombe",
    catalogueDir: "catalogue",
    workDir: join(root, "work"),
    year: 2025,
  });
  try {
    return drafts[0]?.issues.filter(({ code }) => kinds.includes(code)).map(({ code, row }) => [code, row]);
  } finally {
    for (const draft of drafts) await draft.close();
  }
}

const episode = (start: string, end = "", { child = "W1", rne = "S", status = "V2" } = {}) =>
  `${child},${start},${rne},${status},N1,U6,PR1,${end},${end && "E8"},,,,`;

const CASES: readonly (readonly [string, readonly string[], readonly (readonly [string, number])[]])[] = [
  ["an episode that ends before it starts is told", [episode("02/05/2024", "01/05/2024")], [["END_BEFORE_START", 2]]],
  ["an episode that starts and ends on one day is right", [episode("02/05/2024", "02/05/2024")], []],
  ["an episode before birth is told", [episode("01/03/2012", "03/03/2012")], [["EVENT_BEFORE_BIRTH", 2]]],
  ["an episode that starts on the day of birth is right", [episode("02/03/2012", "03/03/2012")], []],
  ["an end after the last day of the return is told", [episode("01/06/2024", "01/04/2025")], [["DATE_AFTER_AS_AT", 2]]],
  ["an end on the last day of the return is right", [episode("01/06/2024", "31/03/2025")], []],
  [
    "an episode that starts before the one before it ended is told",
    [episode("01/06/2024", "01/08/2024"), episode("31/07/2024", "", { rne: "P" })],
    [["EPISODES_OVERLAP", 3]],
  ],
  [
    "an episode that starts on the day the one before it ended is right",
    [episode("01/06/2024", "01/08/2024"), episode("01/08/2024", "", { rne: "P" })],
    [],
  ],
  [
    "a short break inside an episode is no overlap",
    [episode("01/06/2024", "01/08/2024"), episode("05/06/2024", "06/06/2024", { status: "V4" })],
    [],
  ],
  [
    "two episodes that start on one day are told",
    [episode("01/06/2024", "01/08/2024"), episode("01/06/2024", "02/08/2024")],
    [["EPISODES_START_TOGETHER", 3]],
  ],
  [
    "an episode of the year that follows one that is not there is told",
    [episode("01/06/2024", "", { rne: "P" })],
    [["EARLIER_EPISODE_MISSING", 2]],
  ],
  [
    "an episode that began in an earlier year may follow one not in this return",
    [episode("01/06/2022", "", { rne: "P" })],
    [],
  ],
  [
    "a child without a header row is told",
    [episode("01/06/2024", "", { child: "W9" })],
    [["PERSON_WITHOUT_RECORD", 2]],
  ],
];

for (const [name, episodes, expected] of CASES)
  test(name, async () => {
    const kinds = [
      ...["END_BEFORE_START", "EVENT_BEFORE_BIRTH", "DATE_AFTER_AS_AT", "EPISODES_OVERLAP", "EPISODES_START_TOGETHER"],
      ...["EARLIER_EPISODE_MISSING", "PERSON_WITHOUT_RECORD"],
    ];
    assert.deepEqual(await issuesOf(episodes, [CHILD], kinds), expected);
  });

test("an end without its reason, or a reason without an end, is told", async () => {
  const rows = ["W1,01/06/2024,S,V2,N1,U6,PR1,01/08/2024,,,,,", "W1,02/08/2024,S,V2,N1,U6,PR1,,E8,,,,"];
  assert.deepEqual(await issuesOf(rows, [CHILD], ["EPISODE_WITHOUT_REASON_CEASED"]), [
    ["EPISODE_WITHOUT_REASON_CEASED", 2],
    ["EPISODE_WITHOUT_REASON_CEASED", 3],
  ]);
});

test("a child without a date of birth is told", async () => {
  const issues = await issuesOf([episode("01/06/2024")], ["W1,M,,WBRI,UN1,,"], ["PERSON_WITHOUT_BIRTH_DATE"]);
  assert.deepEqual(issues, [["PERSON_WITHOUT_BIRTH_DATE", 2]]);
});

test("a child told of twice is one, and what differs is told", async () => {
  const rows = [CHILD, "W1,F,02/03/2012,WBRI,UN1,,", CHILD];
  assert.deepEqual(await issuesOf([episode("01/06/2024")], rows, ["FACTS_DIFFER", "KEY_TWICE", "ROW_TWICE"]), [
    ["FACTS_DIFFER", 3],
    ["KEY_TWICE", 3],
    ["ROW_TWICE", 4],
  ]);
});
