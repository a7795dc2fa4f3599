/** When cards are worked out before anybody asks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { LiveWorkspace } from "../services/live-workspace.ts";
import { keepWarm } from "./keep-warm.ts";
import { EMPTY_SERVICES, SAMPLE_SERVICES } from "./sample/services.ts";

test("every card is worked out at the start and again when the data change, and not otherwise", async () => {
  let fingerprint = "first";
  const asked: string[] = [];
  const services = {
    ...SAMPLE_SERVICES,
    scorecard: async (id: string) => {
      asked.push(`${id} ${fingerprint}`);
      throw new Error("a card that cannot be made stops nothing");
    },
  };
  const live = { current: () => ({ fingerprint }) } as unknown as LiveWorkspace;
  const { stop, settled } = keepWarm(services, { live }, 5);
  await settled();
  fingerprint = "second";
  await new Promise((resolve) => setTimeout(resolve, 40));
  await settled();
  stop();
  assert.deepEqual(asked, ["vital-signs first", "vital-signs second"]);
});

test("with nothing loaded nothing is worked out", async () => {
  let asked = 0;
  const countAsked = (): null => {
    asked++;
    return null;
  };
  const services = { ...EMPTY_SERVICES, scorecard: async () => countAsked() };
  const live = { current: () => ({ fingerprint: "one" }) } as unknown as LiveWorkspace;
  const { stop, settled } = keepWarm(services, { live });
  await settled();
  stop();
  assert.equal(asked, 0);
});
