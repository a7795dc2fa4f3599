/** Figures by hand in the browser: who owes what, the grid, colleagues at once, spreadsheets, and what reaches the scorecards. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Caller, type Council, openCouncil } from "./council.ts";
import { sendFiles, textOf, tokenIn } from "./send-files.ts";

let council: Council;
let analyst: Caller;
let owner: Caller;
/** Nothing is loaded of any period that ended after March. */
const NOW = new Date("2026-07-20T09:00:00.000Z");
const MEASURE = "child-protection-conferences-in-time";
const YEARLY = "complaints-received";
const OTHER = "childrens-views-heard-at-conference";

before(async () => {
  council = await openCouncil(() => NOW);
  analyst = await council.as("analyst");
  owner = await council.as("commentator");
  const given = await analyst.post("/enter/owners", { measures: MEASURE, person: owner.id, dueDays: "5" });
  assert.equal(given.headers.location, "/enter/owners?done=given", textOf(given.body));
});
after(() => council.close());

/** The number of a measure's row in a grid. */
function rowOf(body: string, measure: string): string {
  return new RegExp(`name="measure-(\\d+)" value="${measure}"`).exec(body)?.[1] ?? "";
}

/** The grid's form with some cells of one row filled. */
function filled(body: string, measure: string, cells: Readonly<Record<string, string>>): Record<string, string> {
  const row = rowOf(body, measure);
  const version = new RegExp(`name="version-${row}" value="(\\d+)"`).exec(body)?.[1] ?? "";
  return {
    "measure-0": measure,
    "version-0": version,
    ...Object.fromEntries(Object.entries(cells).map(([field, value]) => [`${field}-0`, value])),
  };
}

test("an owner is told what is due and what is overdue; nobody else is", async () => {
  const mine = textOf((await owner.get("/enter")).body);
  assert.match(mine, /1 figure is due from you, 1 of them overdue/);
  assert.match(mine, /Child protection conferences held in time Quarter 1 2026-27 5 July 2026 Overdue/);
  const other = await council.as("commentator");
  assert.match(textOf((await other.get("/enter")).body), /Nobody has asked you to enter figures/);
});

test("an analyst sees who owes what, with a text to send", async () => {
  const page = textOf((await analyst.get("/enter")).body);
  assert.match(page, /A commentator 1 figure, 1 overdue/);
  assert.match(
    page,
    /Dear A commentator, This figure is needed for the scorecards: - Child protection conferences held in time, Quarter 1 2026-27: was due 5 July 2026/,
  );
});

test("an owner's grid holds their measures alone, and no address shows them more", async () => {
  const { body } = await owner.get("/enter/2026-06?owner=all");
  assert.notEqual(rowOf(body, MEASURE), "");
  assert.equal(rowOf(body, OTHER), "");
  const forged = await owner.post("/enter/2026-06?owner=all", { "measure-0": OTHER, "version-0": "0", "value-0": "3" });
  assert.equal(forged.headers.location, "/enter?done=unchanged");
  assert.equal((await owner.get(`/enter/measures/${OTHER}`)).statusCode, 404);
});

test("a figure that cannot be is answered beside its cell, with everything typed kept", async () => {
  const { body } = await owner.get("/enter/2026-06?owner=me");
  const sent = await owner.post(
    "/enter/2026-06?owner=me",
    filled(body, MEASURE, { numerator: "a dozen", denominator: "12", note: "from the log" }),
  );
  assert.equal(sent.statusCode, 422);
  assert.match(textOf(sent.body), /Child protection conferences held in time: The numerator must be a number/);
  assert.match(sent.body, /value="a dozen"/);
  assert.match(sent.body, /value="from the log"/);
});

test("a saved figure is no longer due, keeps its versions, and reaches the figures through a load", async () => {
  const { body } = await owner.get("/enter/2026-06?owner=me");
  const saved = await owner.post(
    "/enter/2026-06?owner=me",
    filled(body, MEASURE, { numerator: "1,019", denominator: "1,022", note: "June log" }),
  );
  assert.equal(saved.headers.location, "/enter?done=saved", textOf(saved.body));
  assert.match(textOf((await owner.get("/enter")).body), /nothing is due from you/);
  await council.desk.jobs.settled();
  const data = textOf((await analyst.get("/data")).body);
  assert.match(data, /Figures entered by hand/);
  const measure = textOf((await analyst.get(`/measures/${MEASURE}?window=quarter&lastMonth=2026-06`)).body);
  assert.match(measure, /99\.7%|100%/);
  assert.match(textOf((await owner.get(`/enter/measures/${MEASURE}`)).body), /2026-27-Q1 1019 of 1022; note: June log/);
});

test("two people at one row: the second is shown both entries and nothing is overwritten unseen", async () => {
  const page = (await owner.get("/enter/2026-06?owner=me")).body;
  const first = await analyst.post(
    "/enter/2026-06?owner=all",
    filled((await analyst.get("/enter/2026-06?owner=all")).body, MEASURE, { numerator: "20", denominator: "30" }),
  );
  assert.equal(first.statusCode, 303, textOf(first.body));
  const second = await owner.post(
    "/enter/2026-06?owner=me",
    filled(page, MEASURE, { numerator: "30", denominator: "30" }),
  );
  assert.equal(second.statusCode, 409);
  assert.match(textOf(second.body), /analyst-\S+ entered: 20 of 30/);
  assert.match(second.body, /id="numerator-\d+"[^>]*value="30"|value="30"[^>]*id="numerator-\d+"/);
  const again = await owner.post(
    "/enter/2026-06?owner=me",
    filled(second.body, MEASURE, { numerator: "30", denominator: "30" }),
  );
  assert.equal(again.statusCode, 303);
  await council.desk.jobs.settled();
});

test("a state in place of a figure is no longer owed, and says so on the measure", async () => {
  const { body } = await analyst.get("/enter/2026-06?owner=all");
  const saved = await analyst.post("/enter/2026-06?owner=all", filled(body, OTHER, { state: "not-run" }));
  assert.equal(saved.statusCode, 303, textOf(saved.body));
  await council.desk.jobs.settled();
  const { body: grid } = await analyst.get("/enter/2026-06?owner=all");
  assert.match(grid, /<option value="not-run" selected/);
});

test("rows pasted from a spreadsheet are saved; wrong ones are named by row and column and nothing is saved unless asked", async () => {
  const pasted = `measure\tperiod\tvalue\tnote\n${YEARLY}\t2024-25\t9\tlast year\nno such measure\t2024-25\t1\t\nComplaints received\tsoon\t1\t\n`;
  const refused = await sendFiles(council, analyst, {}, { pasted }, undefined, "/enter/upload");
  assert.equal(refused.statusCode, 422);
  assert.match(
    textOf(refused.body),
    /Row 3 measure &quot;no such measure&quot; is not the id or title of a measure you may enter/,
  );
  assert.match(textOf(refused.body), /Row 4 period &quot;soon&quot; is not a period/);
  const kept = await sendFiles(council, analyst, {}, { pasted, keep: "good" }, undefined, "/enter/upload");
  assert.equal(kept.statusCode, 200);
  assert.match(textOf(kept.body), /1 figure was saved\. 2 rows cannot be used/);
  await council.desk.jobs.settled();
});

test("a CSV file is read like pasted rows; a workbook, an empty file and a form without its token are refused", async () => {
  const csv = `\uFEFFMeasure,Period,Value\r\n"Complaints received",2023-24,"1,004"\r\n`;
  const sent = await sendFiles(council, analyst, { "figures.csv": csv }, {}, undefined, "/enter/upload");
  assert.equal(sent.headers.location, "/enter?done=saved", textOf(sent.body));
  const workbook = await sendFiles(
    council,
    analyst,
    { "f.xlsx": Buffer.from([80, 75, 3, 4, 0, 0]) },
    {},
    undefined,
    "/enter/upload",
  );
  assert.match(textOf(workbook.body), /The file is not a CSV file/);
  assert.equal((await sendFiles(council, analyst, { "f.csv": "" }, {}, undefined, "/enter/upload")).statusCode, 422);
  assert.equal((await sendFiles(council, analyst, { "f.csv": csv }, {}, "forged", "/enter/upload")).statusCode, 403);
  await council.desk.jobs.settled();
});

test("a file's figure stands in the grid, an entry stands over it, and clearing the entry lets the file speak again", async () => {
  const url = "/enter/2026-03?owner=all";
  const figureIn = (body: string): string =>
    new RegExp(
      `id="value-${rowOf(body, YEARLY)}"[^>]*? value="([^"]*)"|value="([^"]*)"[^>]*id="value-${rowOf(body, YEARLY)}"`,
    )
      .exec(body)
      ?.slice(1)
      .find((one) => one !== undefined) ?? "";
  const first = (await analyst.get(url)).body;
  const fromFile = figureIn(first);
  assert.match(fromFile, /^\d+$/);
  await analyst.post(url, filled(first, YEARLY, { value: "7777" }));
  await council.desk.jobs.settled();
  const second = (await analyst.get(url)).body;
  assert.equal(figureIn(second), "7777");
  assert.equal((await analyst.post(url, filled(second, YEARLY, { value: "" }))).statusCode, 303);
  await council.desk.jobs.settled();
  assert.equal(figureIn((await analyst.get(url)).body), fromFile);
  assert.match(textOf((await analyst.get(`/enter/measures/${YEARLY}`)).body), /2025-26 Cleared/);
});

test("the file to fill in holds the person's own measures and what is known", async () => {
  const { body } = await owner.get("/enter/figures.csv?month=2026-06");
  assert.match(
    body,
    /^measure,title,period,numerator,denominator,value,state,note\r\nchild-protection-conferences-in-time,Child protection conferences held in time,2026-27-Q1,30,30,,,\r\n$/,
  );
});

test("a large grid with long notes is taken whole", async () => {
  const rows = Array.from({ length: 100 }, (_, row) => [
    [`measure-${row}`, MEASURE],
    [`note-${row}`, "x".repeat(900)],
  ]).flat();
  const sent = await analyst.post("/enter/2026-06?owner=nobody", Object.fromEntries(rows));
  assert.equal(sent.statusCode, 303);
});

test("who may not enter figures, or give them to others, is refused", async () => {
  const viewer = await council.as("internal-viewer");
  assert.equal((await viewer.get("/enter")).statusCode, 403);
  assert.equal((await owner.get("/enter/owners")).statusCode, 403);
  assert.equal(
    (await owner.post("/enter/owners", { measures: OTHER, person: owner.id, dueDays: "1" })).statusCode,
    403,
  );
});

test("a measure is given only to somebody whose role lets them enter it", async () => {
  const viewer = await council.as("internal-viewer");
  const sent = await analyst.post("/enter/owners", { measures: OTHER, person: viewer.id, dueDays: "soon" });
  assert.equal(sent.statusCode, 422);
  assert.match(textOf(sent.body), /Choose who enters them Days after the period must be a whole number/);
  assert.notEqual(tokenIn(sent.body), "");
});
