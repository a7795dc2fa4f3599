/** The web application over a data folder, in a process of its own: what `pages.ts` asks. Tells its parent the address and a cookie. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followWorkspace } from "../../src/services/live-workspace.ts";
import { openStore } from "../../src/services/open-store.ts";
import { addPerson, grantRole } from "../../src/services/people/people.ts";
import { beginSession } from "../../src/services/people/sessions.ts";
import { webServicesOf } from "../../src/web/answers.ts";
import { deskOf } from "../../src/web/desk.ts";
import { serve } from "../../src/web/serve.ts";
import { sessionGate } from "../../src/web/session-gate.ts";

const data = process.argv[2] ?? "data";
const NOW = new Date("2026-04-10T09:00:00.000Z");
const clock = (): Date => NOW;
const by = { actor: "bench", at: NOW.toISOString() };

const store = await openStore({ data: mkdtempSync(join(tmpdir(), "waymark-bench-store-")) });
const live = followWorkspace({ data, catalogue: ["catalogue"] });
const desk = deskOf({ live, store, clock, data, catalogue: ["catalogue"], isTrial: false });
const { id } = await addPerson(store, by, { name: "Director", email: "director@wexcombe.example" });
const grant = { role: "approver", scope: { kind: "authority" }, from: "2020-01-01", to: null } as const;
await grantRole(store, by, { person: id, grant });
const { secret } = await beginSession(store, { person: id, how: "local", at: NOW });
const { url } = await serve({ services: webServicesOf(desk), desk, gate: sessionGate(desk), clock, port: 0 });
process.send?.({ url, cookie: `waymark=${secret}` });
