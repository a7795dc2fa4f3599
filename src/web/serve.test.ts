/** The application listens on this machine only, on a port that is free. */

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { openGate } from "./sample/gate.ts";
import { SAMPLE_SERVICES } from "./sample/services.ts";
import { serve } from "./serve.ts";

test("the application listens on this machine only and says where", async () => {
  const serving = await serve({ gate: openGate(), services: SAMPLE_SERVICES, port: 0 });
  try {
    assert.match(serving.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(serving.isOtherPort, false);
    assert.equal((await fetch(serving.url)).status, 200);
  } finally {
    await serving.close();
  }
});

test("a taken port is passed over for the next free one", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  const serving = await serve({ gate: openGate(), services: SAMPLE_SERVICES, port });
  try {
    assert.equal(serving.isOtherPort, true);
    assert.notEqual(new URL(serving.url).port, String(port));
  } finally {
    await serving.close();
    taken.close();
  }
});
