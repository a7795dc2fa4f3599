/** A small made-up authority behind the whole web application, with people of every role: what tests of pages sign in to. */
import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, globSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { Scope } from "../../src/domain/access/policy.ts";
import type { Role } from "../../src/domain/access/roles.ts";
import { followWorkspace } from "../../src/services/live-workspace.ts";
import { loadReturn } from "../../src/services/load-return.ts";
import { openStore, type Store } from "../../src/services/open-store.ts";
import { addPerson, grantRole } from "../../src/services/people/people.ts";
import { beginSession } from "../../src/services/people/sessions.ts";
import { synthesiseAuthorities } from "../../src/services/synthesise-authorities.ts";
import { webServicesOf } from "../../src/web/answers.ts";
import { buildDeclaredApp } from "../../src/web/app.ts";
import { type Desk, deskOf } from "../../src/web/desk.ts";
import type { DeclaredRoute } from "../../src/web/middleware/gate.ts";
import { sessionGate } from "../../src/web/session-gate.ts";

/** The authority's data ends on 31 March 2026; tests look at it from here. */
export const NOW = new Date("2026-04-10T09:00:00.000Z");
const WHOLE: Scope = { kind: "authority" };
const quiet = (): void => undefined;

export type Caller = {
  /** The person's id, and the value of the cookie to give a browser. */
  readonly id: string;
  readonly cookie: string;
  readonly get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** Sends a form, with its token. */
  readonly post: (url: string, form?: Record<string, string>) => Promise<LightMyRequestResponse>;
};

export type Council = {
  readonly app: FastifyInstance;
  readonly routes: readonly DeclaredRoute[];
  readonly desk: Desk;
  readonly store: Store;
  /** Signs a new person in with a role over a scope, the whole authority by default. */
  readonly as: (role: Role, scope?: Scope) => Promise<Caller>;
  readonly close: () => Promise<void>;
};

/** Opens a council of its own: nothing typed in one test is seen in another. `clock` may be moved by the test. */
export async function openCouncil(
  clock: () => Date = () => NOW,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Council> {
  const root = mkdtempSync(join(tmpdir(), "waymark-council-"));
  const data = join(root, "data");
  cpSync(await loadedData(), data, { recursive: true });
  const catalogue = ["catalogue", join(data, "catalogue")];
  const store = await openStore({ data });
  const live = followWorkspace({ data, catalogue });
  const desk = deskOf({ live, store, clock, data, catalogue, isTrial });
  const { app, routes } = buildDeclaredApp({
    services: webServicesOf(desk),
    gate: sessionGate(desk),
    desk,
    clock,
    organisation: "Wexcombe Council",
  });
  return {
    app,
    routes,
    desk,
    store,
    as: (role, scope = WHOLE) => signIn({ app, store, clock }, role, scope),
    close: async () => {
      await app.close();
      live.close();
      await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function signIn(
  { app, store, clock }: { readonly app: FastifyInstance; readonly store: Store; readonly clock: () => Date },
  role: Role,
  scope: Scope,
): Promise<Caller> {
  const by = { actor: "test", at: clock().toISOString() };
  const email = `${role}-${randomUUID().slice(0, 8)}@wexcombe.example`;
  const { id } = await addPerson(store, by, { name: `A ${role}`, email });
  await grantRole(store, by, { person: id, grant: { role, scope, from: "2020-01-01", to: null } });
  const { secret, session } = await beginSession(store, { person: id, how: "local", at: clock() });
  const cookie = `waymark=${secret}`;
  const host = "localhost";
  return {
    id,
    cookie,
    get: (url, headers = {}) => app.inject({ url, headers: { host, cookie, ...headers } }),
    post: (url, form = {}) =>
      app.inject({
        method: "POST",
        url,
        headers: { host, cookie, "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ _token: session.formToken, ...form }).toString(),
      }),
  };
}

/** The loaded data folder, made once for as long as the code and catalogue that make it stay the same. */
async function loadedData(): Promise<string> {
  const place = join(tmpdir(), `waymark-council-data-${fingerprint()}`);
  if (existsSync(place)) return place;
  const making = mkdtempSync(`${place}-`);
  const { authorities } = await synthesiseAuthorities(
    {
      authorities: 1,
      authorityNames: ["Wexcombe"],
      children: 500,
      months: 26,
      endsOn: "2026-03-31",
      seed: "council",
      out: join(making, "returns"),
    },
    quiet,
  );
  await loadReturn({
    paths: [join(making, "returns", authorities[0]?.folder ?? "")],
    authority: "Wexcombe",
    data: join(making, "data"),
    catalogue: ["catalogue"],
    strict: false,
    by: "test",
    at: new Date("2026-04-02T08:00:00.000Z"),
    report: quiet,
  });
  const live = followWorkspace({ data: join(making, "data"), catalogue: ["catalogue"] });
  await live.current().open();
  live.close();
  // Two tests may make it at once; the first to finish wins and the other's is thrown away.
  try {
    renameSync(join(making, "data"), place);
  } catch {
    if (!existsSync(place)) throw new Error("The council's data could not be put in place.");
  }
  rmSync(making, { recursive: true, force: true });
  return place;
}

function fingerprint(): string {
  const files = globSync([
    "src/{ingest,synthesise,warehouse,domain}/**/*.ts",
    "catalogue/{model,returns}/**/*",
    "test/web/council.ts",
  ]).sort();
  const facts = files.map((file) => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`).join("\n");
  return createHash("sha256").update(facts).digest("hex").slice(0, 16);
}
