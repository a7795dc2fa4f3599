import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readReturn } from "../../read-return.ts";

const folder = mkdtempSync(join(tmpdir(), "sen2-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a return of some persons and answers one query. */
async function read(year: number, persons: string, query: string) {
  const path = join(folder, "sen2.xml");
  writeFileSync(
    path,
    `<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>${year}</Year><ReferenceDate>${year}-01-16</ReferenceDate></CollectionDetails>
     <Source><LEA>999</LEA></Source></Header><Persons>${persons}</Persons></Message>`,
  );
  const [draft] = await readReturn([path], { authority: "Wexcombe", catalogueDir: "catalogue", workDir: folder });
  assert.ok(draft);
  try {
    return { rows: (await draft.connection.runAndReadAll(query)).getRowsJson(), draft };
  } finally {
    await draft.close();
  }
}

const person = (upn: string, inside: string) =>
  `<Person><PersonBirthDate>2015-01-01</PersonBirthDate><Sex>F</Sex><UPN>${upn}</UPN>${inside}</Person>`;
const request = (received: string, inside = "") =>
  `<Requests><ReceivedDate>${received}</ReceivedDate><RequestOutcome>Y</RequestOutcome>${inside}</Requests>`;
const plan = (start: string, cease = "") =>
  `<Assessment><AssessmentOutcome>Y</AssessmentOutcome><Week20>0</Week20><NamedPlan><StartDate>${start}</StartDate>${cease}</NamedPlan></Assessment>`;
const active = (review: string) => `<ActivePlans><LastReview>${review}</LastReview></ActivePlans>`;

test("a request still pending in one year has the same id when its plan is told of in the next", async () => {
  const query = "select id, plan_start from draft.ehcp_case";
  const first = await read(2024, person("A123456789012", request("2023-12-01")), query);
  const second = await read(2025, person("A123456789012", request("2023-12-01", plan("2024-04-01"))), query);
  assert.equal(first.rows[0]?.[0], second.rows[0]?.[0]);
  assert.deepEqual([first.rows[0]?.[1], second.rows[0]?.[1]], [null, "2024-04-01"]);
});

test("ids hold neither the pupil number nor anything else of the person", async () => {
  const { rows } = await read(
    2025,
    person("A123456789012", request("2024-01-01")),
    "select person_id, id from draft.ehcp_case",
  );
  assert.match(String(rows[0]?.[0]), /^sen2-[0-9a-f]{20}$/);
  assert.ok(!JSON.stringify(rows).includes("123456789"));
});

test("an active plan outside a request belongs to the person's running plan, not to one that has ceased", async () => {
  const ceased = request("2018-01-01", plan("2018-06-01", "<CeaseDate>2021-07-31</CeaseDate>"));
  const running = request("2022-01-01", plan("2022-05-01"));
  const { rows } = await read(
    2025,
    person("A123456789012", ceased + running + request("2024-11-01") + active("2024-10-10")),
    "select request_date, last_review from draft.ehcp_case order by request_date",
  );
  assert.deepEqual(rows, [
    ["2018-01-01", null],
    ["2022-01-01", "2024-10-10"],
    ["2024-11-01", null],
  ]);
});

test("there is one case for each request, and one for each active plan of a person without any", async () => {
  const people: string[] = [];
  let expected = 0;
  let reviews = 0;
  for (let i = 0; i < 60; i++) {
    const requests = i % 4;
    const isActive = i % 3 === 0;
    const inside = Array.from({ length: requests }, (_, n) =>
      request(`2024-0${n + 1}-10`, n % 2 === 0 ? plan(`2024-0${n + 4}-01`) : ""),
    );
    people.push(
      person(`A1234567890${String(i).padStart(2, "0")}`, inside.join("") + (isActive ? active("2024-09-09") : "")),
    );
    expected += requests + (requests === 0 && isActive ? 1 : 0);
    reviews += isActive ? 1 : 0;
  }
  const { rows, draft } = await read(
    2025,
    people.join(""),
    "select count(*)::integer, count(last_review)::integer from draft.ehcp_case",
  );
  assert.deepEqual(rows, [[expected, reviews]]);
  assert.equal(draft.tables.review?.rows, reviews);
  assert.equal(draft.tables.person?.rows, 60);
});
