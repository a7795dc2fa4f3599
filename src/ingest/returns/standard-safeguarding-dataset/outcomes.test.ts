import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../mapping/reading.ts";
import { OUTCOME_READINGS } from "./outcomes.ts";

const read = (reading: string, text: string): Reading => OUTCOME_READINGS[reading]!(text);

const cases = [
  // reading, text, value
  ["contact-outcome", '{"NEW_REFERRAL_FLAG":"Y","NFA_FLAG":"N"}', "referral"],
  ["contact-outcome", "{'NEW_REFERRAL_FLAG': 'N', 'ADVICE_FLAG': 'Yes'}", "information_and_advice"],
  ["contact-outcome", "{ NFA_FLAG: true }", "no_further_action"],
  ["contact-outcome", '{""NFA_FLAG"":""Y""}', "no_further_action"],
  ["contact-outcome", '{"NEW_REFERRAL_FLAG":1}', "referral"],
  ["contact-outcome", "EH Referral", "early_help"],
  ["contact-outcome", "CIN Referral", "referral"],
  ["contact-outcome", "Information and Advice", "information_and_advice"],
  ["contact-outcome", "No further action after referral", "no_further_action"],
  ["contact-outcome", "No Further Action", "no_further_action"],
  ["assessment-outcome", '{"PROV_OF_SERVICES_FLAG":"Y","TOTAL_NO_OF_OUTCOMES":1,"COMMENTS":""}', "child_in_need"],
  ["assessment-outcome", '{"NFA_FLAG":"Y","STRATEGY_DISCUSSION_FLAG":"Y"}', "child_protection"],
  ["section-47-outcome", '{"CP_CONFERENCE_FLAG":"Y"}', "initial_conference"],
  ["section-47-outcome", "no further action", "no_further_action"],
  ["no-conference", '{"CP_CONFERENCE_FLAG":"Y"}', "false"],
  ["no-conference", '{"NFA_FLAG":"Y"}', "true"],
  ["led-to-plan", "Y", "true"],
  ["led-to-plan", "n", "false"],
  ["led-to-plan", '{"CP_FLAG":"N","PROV_OF_SERVICES_FLAG":"Y"}', "false"],
] as const;

for (const [reading, text, value] of cases)
  test(`${reading}: ${text} is ${value}`, () => {
    assert.deepEqual(read(reading, text), { value });
  });

test("flags of which none is set say nothing, and that is no fault", () => {
  assert.deepEqual(read("contact-outcome", '{"NEW_REFERRAL_FLAG":"","NFA_FLAG":"N"}'), { value: null });
});

test("a comment that speaks of a flag does not set it", () => {
  assert.deepEqual(read("contact-outcome", '{"NFA_FLAG":"Y","COMMENTS":"not NEW_REFERRAL_FLAG"}'), {
    value: "no_further_action",
  });
});

test("words that stand for no outcome are left blank and said so", () => {
  assert.deepEqual(read("contact-outcome", "purple"), {
    value: null,
    issue: "VALUE_UNKNOWN",
    valueClass: "outcome not expected",
  });
});
