/** Names of blocks and footnotes: stable, plain where they can be, and never two of one name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { idPart, openNoteBook } from "./making.ts";

test("plain references are plain in ids, and no two references share one", () => {
  assert.equal(idPart("1.10"), "1-10");
  assert.equal(idPart("19b"), "19b");
  assert.equal(idPart("Children Looked After"), "children-looked-after");
  const references = [
    "1.10",
    "1-10",
    "1 10",
    "1.1.0",
    "19a",
    "19A",
    "Reg 44",
    "REG 44",
    "①",
    "–",
    "é",
    "North",
    "north",
    "NORTH",
  ];
  assert.equal(new Set(references.map(idPart)).size, references.length);
  for (const reference of references) assert.match(idPart(reference), /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("the same words are one note however often they are referred to", () => {
  const notes = openNoteBook();
  const [first, other, again] = [notes.refer("One."), notes.refer("Other."), notes.refer("One.")];
  assert.deepEqual(again, first);
  assert.notDeepEqual(other, first);
  assert.deepEqual(
    notes.all().map(({ text }) => text),
    ["One.", "Other."],
  );
});
