/** A real identity provider on this machine, for tests: made-up accounts, keys that can be rotated, and a browser of a few lines that walks through it. */
import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Account = Readonly<Record<string, unknown>>;

export type TestProvider = {
  readonly issuer: string;
  readonly clientSecret: string;
  /** Who signs in next, with the claims the provider has of them; `null` refuses. */
  user: { readonly id: string; readonly claims: Account } | null;
  /** Seconds an authorization code and an ID token last. */
  readonly lasts: { code: number; idToken: number };
  /** New signing keys; `publish` false still shows the old ones to those who ask. */
  readonly rotate: (options?: { readonly publish: boolean }) => void;
  /** Follows the provider's pages from an address of it until it sends the browser back. */
  readonly walk: (url: string) => Promise<string>;
  /** Whether the browser still has a session there: whether it is let through without being asked who it is. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Provider = {
  readonly Grant: new (of: object) => { addOIDCScope: (scope: string) => void; save: () => Promise<unknown> };
  readonly callback: () => Handler;
  readonly interactionFinished: (request: IncomingMessage, response: ServerResponse, result: object) => Promise<void>;
};

const CLIENT = "waymark";
const SECRET = "a secret for tests only";

/** Starts one. `origin` is where the application answers. */
export async function openProvider(origin: string): Promise<TestProvider> {
  // The package brings no types.
  const name: string = "oidc-provider";
  const { default: Provider } = (await import(name)) as { default: new (issuer: string, of: object) => Provider };
  let handle: Handler = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let asked = 0;
  let shownKeys: object | null = null;
  let keys = { keys: [newKey()] };
  const jar = new Map<string, string>();

  const self: TestProvider = {
    issuer,
    clientSecret: SECRET,
    user: null,
    lasts: { code: 60, idToken: 60 },
    rotate: ({ publish } = { publish: true }) => {
      shownKeys = publish ? null : publicPart(keys);
      keys = { keys: [newKey()] };
      jar.clear();
      start();
    },
    walk: (url) => walk(url, { issuer, jar }),
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const start = () => {
    const provider = new Provider(issuer, configuration(self, { origin, keys }));
    const answer = provider.callback();
    handle = (request, response) => {
      if (request.url === "/jwks" && shownKeys !== null)
        return void response.setHeader("content-type", "application/json").end(JSON.stringify(shownKeys));
      if (!request.url?.startsWith("/interaction/")) return answer(request, response);
      asked++;
      const login = self.user === null ? { error: "access_denied" } : { login: { accountId: self.user.id } };
      provider.interactionFinished(request, response, login).catch(() => response.writeHead(500).end());
    };
  };
  start();
  return self;
}

function configuration(
  self: TestProvider,
  { origin, keys }: { readonly origin: string; readonly keys: object },
): object {
  return {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [`${origin}/sign-in/callback`],
        post_logout_redirect_uris: [`${origin}/sign-out/done`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: keys,
    cookies: { keys: ["for tests only"] },
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name", "groups", "employee_id", "_claim_names"],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    ttl: {
      AuthorizationCode: () => self.lasts.code,
      IdToken: () => self.lasts.idToken,
      AccessToken: 60,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...(self.user?.id === id ? self.user.claims : {}) }),
    }),
    loadExistingGrant: async ({ oidc }: { readonly oidc: { provider: Provider; session: { accountId: string } } }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  };
}

async function walk(
  url: string,
  { issuer, jar }: { readonly issuer: string; readonly jar: Map<string, string> },
): Promise<string> {
  let next = url;
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps++) {
    if (!next.startsWith(issuer)) return next;
    const answer = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: form }),
    });
    form = undefined;
    for (const cookie of answer.headers.getSetCookie()) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") jar.delete(key);
      else jar.set(key, value);
    }
    const location = answer.headers.get("location");
    if (location !== null) {
      next = new URL(location, next).href;
      continue;
    }
    // The provider's own question whether to sign out: answer yes.
    const body = await answer.text();
    const action = /action="([^"]+)"/.exec(body)?.[1];
    const token = /name="xsrf" value="([^"]+)"/.exec(body)?.[1];
    if (action === undefined || token === undefined)
      throw new Error(`The provider answered ${answer.status}: ${body.slice(0, 300)}`);
    next = new URL(action, next).href;
    form = new URLSearchParams({ xsrf: token, logout: "yes" });
  }
  throw new Error("The provider never sent the browser back.");
}

let made = 0;
function newKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: `key-${++made}`, use: "sig", alg: "RS256" };
}

function publicPart({ keys }: { readonly keys: readonly Record<string, unknown>[] }): object {
  return { keys: keys.map(({ kty, n, e, kid, use, alg }) => ({ kty, n, e, kid, use, alg })) };
}
