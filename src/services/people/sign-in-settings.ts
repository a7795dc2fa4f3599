/** How people sign in here: session limits, the identity provider, and which of its groups hold which roles over whom. */
import { z } from "zod";
import type { Grant, Scope } from "../../domain/access/policy.ts";
import { ROLE_IDS, type Role } from "../../domain/access/roles.ts";
import { AppError } from "../../domain/errors.ts";
import { setSetting } from "../../store/setting.ts";
import type { By, Store } from "../../store/store.ts";

const KEY = "signIn";

/** The client secret's place. The secret itself is never kept in the store, which is backed up and copied. */
export type SecretPlace = { readonly environment: string } | { readonly file: string };

export type ProviderSettings = {
  /** What the button says: "Sign in with …". */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: SecretPlace;
  readonly scopes: string;
  /** The claim that lists a person's groups. */
  readonly groupsClaim: string;
  /** How far the provider's clock and ours may differ. */
  readonly clockToleranceSeconds: number;
};

/** A scope as written: a fixed one, or the own cases of the worker whose id a claim gives. */
export type GroupScope = Scope | { readonly kind: "own-cases-of-claim"; readonly claim: string };
export type GroupRole = { readonly group: string; readonly role: Role; readonly scope: GroupScope };

export type SignInSettings = {
  /** A session ends after so long without a request, and after so long altogether. */
  readonly idleMinutes: number;
  readonly wholeHours: number;
  /** `null`: local accounts only. */
  readonly provider: ProviderSettings | null;
  readonly groups: readonly GroupRole[];
};

/** Local accounts, an hour without a request, a working day altogether. */
export const DEFAULT_SIGN_IN: SignInSettings = { idleMinutes: 60, wholeHours: 12, provider: null, groups: [] };

const name = z.string().trim().min(1).max(200);

const scope = z
  .union([
    z.literal("authority").transform(() => ({ kind: "authority" }) as const),
    z.strictObject({ service: name }).transform(({ service }) => ({ kind: "service", name: service }) as const),
    z.strictObject({ team: name }).transform(({ team }) => ({ kind: "team", name: team }) as const),
    z
      .strictObject({ own_cases_of_claim: name })
      .transform(({ own_cases_of_claim: claim }) => ({ kind: "own-cases-of-claim", claim }) as const),
  ])
  .describe("authority, { service: … }, { team: … } or { own_cases_of_claim: … }");

const issuer = z.url().refine(isSafeIssuer, "must begin with https:// (http:// only on this machine)");

const provider = z
  .strictObject({
    name: name.default("your council account"),
    issuer,
    client_id: name,
    secret: z.union([z.strictObject({ environment: name }), z.strictObject({ file: name })]),
    scopes: name.default("openid profile email"),
    groups_claim: name.default("groups"),
    clock_tolerance_seconds: z.int().min(0).max(600).default(120),
  })
  .transform(({ client_id: clientId, groups_claim: groupsClaim, clock_tolerance_seconds, ...rest }) => ({
    ...rest,
    clientId,
    groupsClaim,
    clockToleranceSeconds: clock_tolerance_seconds,
  }));

const written = z.strictObject({
  idle_minutes: z.int().min(5).max(480).default(DEFAULT_SIGN_IN.idleMinutes),
  whole_hours: z.int().min(1).max(24).default(DEFAULT_SIGN_IN.wholeHours),
  provider: provider.nullable().default(null),
  groups: z
    .array(z.strictObject({ group: name, role: z.enum(ROLE_IDS as readonly [Role, ...Role[]]), scope }))
    .default([]),
});

/** Reads settings as people write them (a YAML file's content). @throws AppError USAGE naming what is wrong */
export function parseSignInSettings(content: unknown): SignInSettings {
  const parsed = written.safeParse(content ?? {});
  if (!parsed.success)
    throw new AppError(
      "USAGE",
      `The sign-in settings cannot be as they are: ${z.prettifyError(parsed.error).replace(/\s+/g, " ")}`,
      "docs/how-to/sign-in-with-entra-id.md shows a whole example.",
    );
  const { idle_minutes: idleMinutes, whole_hours: wholeHours, groups, provider: found } = parsed.data;
  return { idleMinutes, wholeHours, groups, provider: found };
}

/** The settings in force. They are kept as they were written, so that a later version reads them by its own rules. */
export async function readSignInSettings({ db }: Pick<Store, "db">): Promise<SignInSettings> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", KEY).executeTakeFirst();
  if (row === undefined) return DEFAULT_SIGN_IN;
  if (row.value !== understood.text)
    understood = { text: row.value, settings: parseSignInSettings(JSON.parse(row.value)) };
  return understood.settings;
}

/** Every request reads the settings, and they seldom change: the same text is understood once. */
let understood: { readonly text: string; readonly settings: SignInSettings } = { text: "", settings: DEFAULT_SIGN_IN };

/** The settings as written; `null` when nobody has set any. */
export async function readWritten({ db }: Pick<Store, "db">): Promise<unknown> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", KEY).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.value);
}

/** Puts settings in force. @throws AppError USAGE when they are not right */
export async function setSignInSettings(store: Store, by: By, content: unknown): Promise<SignInSettings> {
  const settings = parseSignInSettings(content);
  await setSetting(store, by, KEY, content ?? null);
  return settings;
}

/** The roles a person's claims give, from today until they no longer do. */
export function grantsOfClaims(
  { groups, provider: from }: Pick<SignInSettings, "groups" | "provider">,
  claims: Readonly<Record<string, unknown>>,
): readonly Pick<Grant, "role" | "scope">[] {
  const held = textList(claims[from?.groupsClaim ?? "groups"]);
  return groups
    .filter(({ group }) => held.includes(group))
    .flatMap(({ role, scope: over }) => {
      if (over.kind !== "own-cases-of-claim") return [{ role, scope: over }];
      const worker = claims[over.claim];
      // Without the worker's id the group gives nothing, rather than everything.
      return typeof worker === "string" && worker !== ""
        ? [{ role, scope: { kind: "own-cases", worker } as const }]
        : [];
    });
}

/** A claim that should be a list of texts; a single text counts as a list of one, anything else as none. */
function textList(claim: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return all.filter((one) => typeof one === "string");
}

function isSafeIssuer(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}
