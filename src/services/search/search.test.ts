/** Search finds what one may open, the nearest first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Searcher, search } from "./search.ts";
import type { SearchEntry } from "./search-entries.ts";

const entry = (over: Partial<SearchEntry> & Pick<SearchEntry, "title">): SearchEntry => ({
  group: "measure",
  text: "",
  href: `/${over.title}`,
  needs: "see-figures",
  ...over,
});
const ENTRIES = [
  entry({ title: "Re-referrals within 12 months", text: "Of the referrals, those within a year." }),
  entry({ title: "Referrals" }),
  entry({ title: "Contacts", text: "Contacts and what becomes of them: referrals among others." }),
  entry({ title: "Vital Signs, March 2026", group: "edition", needs: "read-editions", text: "Referrals rose." }),
  entry({ title: "A draft", group: "comment", text: "Referrals fell.", onlyFor: "ann@wexcombe.example" }),
];
const everything: Searcher = { actor: "bob@wexcombe.example", may: () => true };
const titles = (question: string, who: Searcher = everything) =>
  search(ENTRIES, question, who).map(({ group, hits }) => [
    group,
    ...hits.map(({ title }) => title.map(({ text }) => text).join("")),
  ]);

test("a title that is the word searched for comes first, one that only mentions it last", () => {
  assert.deepEqual(titles("referrals"), [
    ["measure", "Referrals", "Re-referrals within 12 months", "Contacts"],
    ["edition", "Vital Signs, March 2026"],
  ]);
});

test("every word must be there", () => {
  assert.deepEqual(titles("referrals 12"), [["measure", "Re-referrals within 12 months"]]);
  assert.deepEqual(titles("referrals zebra"), []);
  assert.deepEqual(titles("  "), []);
});

test("somebody finds only what they may open, and their own drafts", () => {
  const councillor: Searcher = { actor: "cy@wexcombe.example", may: (permission) => permission === "read-editions" };
  assert.deepEqual(titles("referrals", councillor), [["edition", "Vital Signs, March 2026"]]);
  assert.ok(titles("fell", { ...everything, actor: "ann@wexcombe.example" }).length === 1);
  assert.deepEqual(titles("fell"), []);
});

test("the parts that match are marked, and put together they are the text", () => {
  const [group] = search(ENTRIES, "WITHIN refer", everything);
  assert.deepEqual(group?.hits[0]?.title, [
    { text: "Re-", isFound: false },
    { text: "refer", isFound: true },
    { text: "rals ", isFound: false },
    { text: "within", isFound: true },
    { text: " 12 months", isFound: false },
  ]);
});
