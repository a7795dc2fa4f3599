/** Serves the sample pages to be looked at: `node --import tsx test/browser/look.ts`. */
import { AUTHORITY } from "../../src/web/sample/figures.ts";
import { openGate } from "../../src/web/sample/gate.ts";
import { SAMPLE_SERVICES } from "../../src/web/sample/services.ts";
import { serve } from "../../src/web/serve.ts";

const { url } = await serve({
  gate: openGate(),
  services: SAMPLE_SERVICES,
  organisation: `${AUTHORITY} Council`,
  port: 3100,
});
process.stdout.write(`${url}\n`);
