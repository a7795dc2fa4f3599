/** Every comment of the published scorecards checked against its own document: the known defects are found, true claims pass (requirements 1.10, 1.16). */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { checkComment } from "../../src/domain/commentary/check-comment.ts";
import { factsFor } from "../../src/domain/commentary/facts.ts";
import { parseSubject } from "../../src/domain/commentary/parse-subject.ts";
import type { CommentFlag } from "../../src/domain/commentary.ts";
import { DOCUMENTS, PUBLISHED, publishedDocument } from "./published.ts";

const skip = !existsSync(PUBLISHED) && "the published tables are not beside this checkout";

function flagsOf(name: string): ReadonlyMap<string, readonly CommentFlag[]> {
  const { facts, comments } = publishedDocument(name);
  const choices = { references: facts.indicators.map(({ reference }) => reference), sections: [] };
  return new Map(
    comments.map(({ subject, body }) => [subject, checkComment(body, factsFor(facts, parseSubject(subject, choices)))]),
  );
}

/** Document, reference, code, and words of the flag that must be there. */
const DEFECTS = [
  ["cheshire-east-performance-2015-16-q4", "1.2", "change", "32% increase"],
  ["cheshire-east-performance-2015-16-q4", "4.7", "reference-likeness", "4.6"],
  ["cheshire-east-performance-2015-16-q4", "2.6", "cut-off", "individual children and young"],
  ["cheshire-east-performance-2015-16-q4", "7.4", "cut-off", "outcomes from EHB are"],
  ["cheshire-east-performance-2015-16-q4", "9.3", "cut-off", "show results for"],
  ["cheshire-east-performance-2015-16-q4", "1.6", "undoes-suppression", "6"],
  ["cheshire-east-performance-2015-16-q4", "3.3", "person-circumstance", "in custody"],
  ["cheshire-east-improvement-2015-16-q4", "17", "person-circumstance", "funeral"],
  ["cheshire-east-improvement-2015-16-q4", "17", "person-circumstance", "left country"],
  ["cheshire-east-improvement-2015-16-q4", "19", "person-circumstance", "in custody"],
  ["cheshire-east-audit-2015-16-q4", "2", "person-relation", "older sibling"],
  ["cheshire-east-annual-2015-16", "10", "multiple", "nearly doubled"],
  ["sefton-cyipg-2016-17", "1.8", "wrong-unit", "25% increase"],
  ["sefton-cyipg-2016-17", "3.5", "wrong-unit", "3 percentage points"],
  ["sefton-cyipg-2016-17", "3.6", "wrong-unit", "0.8%"],
  ["sefton-cyipg-2016-17", "11.2", "multiple", "three fold"],
] as const;

for (const [name, reference, code, words] of DEFECTS)
  test(`${name} ${reference}: "${words}" is found`, { skip }, () => {
    const flags = flagsOf(name).get(reference) ?? [];
    assert.ok(
      flags.some((flag) => flag.code === code && flag.quote.includes(words)),
      JSON.stringify(flags),
    );
  });

test("claims known to be true, and comments that claim nothing, have no fact flag", { skip }, () => {
  const known = new Set(DEFECTS.map(([name, reference]) => `${name} ${reference}`));
  const others = DOCUMENTS.flatMap((name) =>
    [...flagsOf(name)].flatMap(([reference, flags]) =>
      known.has(`${name} ${reference}`)
        ? []
        : flags.filter(({ kind }) => kind === "fact").map(({ quote }) => `${name} ${reference}: ${quote}`),
    ),
  );
  // 24 to 13 is down 45.8%, written 45%: true of the documents, and rightly said; it stands with 1.6 above. 2.9 is cut off as well.
  assert.deepEqual(others, ["cheshire-east-performance-2015-16-q4 2.9: the risk associated with going"]);
});

test("every flag stands on the words it quotes", { skip }, () => {
  for (const name of DOCUMENTS) {
    const { comments } = publishedDocument(name);
    assert.ok(comments.length > 0, name);
    for (const [subject, flags] of flagsOf(name)) {
      const bodies = comments.filter((comment) => comment.subject === subject).map(({ body }) => body);
      for (const { quote, start, end } of flags)
        assert.ok(
          bodies.some((body) => body.slice(start, end) === quote),
          `${name} ${subject}: ${quote}`,
        );
    }
  }
});
