/** Every route as every role: whoever lacks what a route needs is refused and the refusal logged; whoever has it is not. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { permits } from "../../src/domain/access/policy.ts";
import { ROLE_IDS, type Role } from "../../src/domain/access/roles.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import type { DeclaredRoute } from "../../src/web/middleware/gate.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
  await council.app.ready();
});
after(() => council.close());

/** A route's address with something that does not exist in place of each of its names. */
const addressOf = (url: string): string => url.replace(/:\w+/g, "nothing").replace("*", "nothing");
const WRITES = ["POST", "PUT", "PATCH", "DELETE"];
const isWrite = ({ method }: DeclaredRoute): boolean => WRITES.includes(method);

function ask(caller: Caller, { method, url }: DeclaredRoute) {
  const address = addressOf(url);
  return WRITES.includes(method) ? caller.post(address) : caller.get(address);
}

const isPermitted = (role: Role, { needs }: DeclaredRoute): boolean =>
  needs === "anyone" ||
  needs === "signed-in" ||
  permits([{ role, scope: { kind: "authority" }, from: "2020-01-01", to: null }], needs);

test("there are pages, API calls and forms to walk", () => {
  const urls = council.routes.map(({ method, url }) => `${method} ${url}`);
  assert.ok(urls.length > 40, urls.join("\n"));
  assert.ok(council.routes.some(isWrite));
  assert.ok(council.routes.some(({ url }) => url.startsWith("/api/v1/")));
});

for (const role of ROLE_IDS) {
  test(`as ${role}: every route that needs more than the role permits is refused and logged, and no other`, async () => {
    for (const route of council.routes.filter(({ method }) => ["GET", "POST"].includes(method))) {
      // A session of its own for each: some of the forms end it.
      const caller = await council.as(role);
      const { statusCode, body } = await ask(caller, route);
      const said = /Your roles do not permit this/.test(body);
      const name = `${route.method} ${route.url} as ${role} (${statusCode})`;
      if (isPermitted(role, route)) {
        assert.ok(!said, name);
        continue;
      }
      assert.equal(statusCode, 403, name);
      assert.ok(said, name);
      const last = (await readAccessLog(council.store, { last: 1 })).at(-1);
      assert.equal(last?.what, "refused", name);
      assert.equal(last?.subject, `${route.method} ${addressOf(route.url)}`, name);
    }
  });
}

test("nobody who is not signed in gets anything but what anyone may have", async () => {
  for (const route of council.routes.filter(({ method, needs }) => method !== "HEAD" && needs !== "anyone")) {
    const { statusCode, headers } = await council.app.inject({
      method: route.method as "GET",
      url: addressOf(route.url),
    });
    const name = `${route.method} ${route.url} (${statusCode})`;
    if (route.url.startsWith("/api/")) assert.equal(statusCode, 401, name);
    else {
      assert.equal(statusCode, 303, name);
      assert.match(String(headers.location), /^\/sign-in/, name);
    }
  }
});

test("no form is accepted without its session's token, whoever sends it", async () => {
  const caller = await council.as("analyst");
  for (const route of council.routes.filter((one) => isWrite(one) && isPermitted("analyst", one))) {
    if (route.needs === "anyone") continue;
    const { statusCode, body } = await council.app.inject({
      method: route.method as "POST",
      url: addressOf(route.url),
      headers: { cookie: caller.cookie, "content-type": "application/x-www-form-urlencoded" },
      payload: "_token=invented",
    });
    assert.equal(statusCode, 403, `${route.method} ${route.url} ${body.slice(0, 200)}`);
    assert.match(body, /FORM_REFUSED/, route.url);
  }
});
