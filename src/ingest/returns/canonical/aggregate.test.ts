import assert from "node:assert/strict";
import { test } from "node:test";
import { VALUE_QUALITIES, VALUE_STATES } from "../../../domain/value-state.ts";
import { AGGREGATE_STATES } from "./aggregate.ts";

test("every state in place of a value, and every quality of one, can be loaded", () => {
  const words = [...VALUE_STATES, ...VALUE_QUALITIES].filter((word) => word !== "value");
  assert.deepEqual(
    words.filter((word) => !(word.replaceAll("-", "_") in AGGREGATE_STATES)),
    [],
  );
});
