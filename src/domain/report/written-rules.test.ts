/** A rule written into a tidy row is read back as the same rule. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DirectionRule } from "../judgement/direction.ts";
import type { RatingRule } from "../judgement/rating.ts";
import { readRatingRule, readTravelRule, writeRatingRule, writeTravelRule } from "./written-rules.ts";

const RATINGS: readonly (readonly [RatingRule, string])[] = [
  [{ kind: "relative-tolerance", tolerance: 15, zeroTolerance: 2.5 }, "relative-tolerance 15 zero 2.5"],
  [{ kind: "absolute-tolerance", tolerance: 0.5 }, "absolute-tolerance 0.5"],
  [
    {
      kind: "bands",
      ratings: {
        inadequate: "red",
        "requires-improvement": "amber",
        good: "green",
        outstanding: "green",
        "beyond-cap": "not-rated",
      },
    },
    "bands inadequate=red requires-improvement=amber good=green outstanding=green beyond-cap=not-rated",
  ],
  [{ kind: "assurance" }, "assurance"],
  [{ kind: "judgement" }, "judgement"],
  [{ kind: "monitor" }, "monitor"],
];

for (const [rule, text] of RATINGS)
  test(`a rating by ${rule.kind} is written "${text}" and read back`, () => {
    assert.equal(writeRatingRule(rule), text);
    assert.deepEqual(readRatingRule(text), rule);
  });

const DIRECTIONS: readonly (readonly [DirectionRule, string])[] = [
  [{ kind: "sign", tolerance: 1 }, "sign 1"],
  [{ kind: "sign-and-level", tolerance: 0 }, "sign-and-level 0"],
  [{ kind: "two-state" }, "two-state"],
  [{ kind: "signal" }, "signal"],
];

for (const [rule, text] of DIRECTIONS)
  test(`a direction by ${rule.kind} is written "${text}" and read back`, () => {
    assert.equal(writeTravelRule(rule), text);
    assert.deepEqual(readTravelRule(text), rule);
  });

for (const text of ["", "none", "relative-tolerance", "absolute-tolerance -1", "bands good=green", "bands good=blue"])
  test(`"${text}" is no rule of rating`, () => assert.equal(readRatingRule(text), null));

for (const text of ["", "sign", "sign up"])
  test(`"${text}" is no rule of direction`, () => assert.equal(readTravelRule(text), null));
