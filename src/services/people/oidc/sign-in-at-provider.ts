/** Signing in at the identity provider: authorization code with PKCE, state and nonce, tied to the browser that began it. */
import * as client from "openid-client";
import { AppError } from "../../../domain/errors.ts";
import type { Store } from "../../../store/store.ts";
import { makeCode, useCode } from "../one-time-codes.ts";
import { describeProvider, isUnanswered, type ProviderPlace, unavailable } from "./identity-provider.ts";

/** Long enough for a second factor. */
export const PROVIDER_LASTS_MS = 10 * 60 * 1000;

type Claims = Readonly<Record<string, unknown>>;

/** What is remembered of a sign-in under way. */
type UnderWay = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly next: string };

/** Begins. @returns where to send the browser, and the code to leave in it as a cookie @throws AppError PROVIDER_UNAVAILABLE */
export async function beginAtProvider(
  store: Store,
  place: ProviderPlace,
  { redirectUri, next }: { readonly redirectUri: string; readonly next: string },
): Promise<{ readonly url: string; readonly code: string }> {
  const config = await describeProvider(place);
  const underWay: UnderWay = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    next,
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: place.provider.scopes,
    response_type: "code",
    state: underWay.state,
    nonce: underWay.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
    code_challenge_method: "S256",
  });
  const code = await makeCode(store, { kind: "provider", at: place.at, lastsMs: PROVIDER_LASTS_MS, content: underWay });
  return { url: url.href, code };
}

export type Returned = {
  /** The whole address the provider sent the browser back to. */
  readonly url: URL;
  /** The cookie left at the beginning. */
  readonly code: string | undefined;
};

/** Finishes: what the provider says of the person, checked. @throws AppError SIGN_IN_REFUSED, PROVIDER_UNAVAILABLE */
export async function finishAtProvider(
  store: Store,
  place: ProviderPlace,
  { url, code }: Returned,
): Promise<{ readonly claims: Claims; readonly next: string }> {
  // Used up whatever comes of it: no second try with the same state.
  const kept = code === undefined ? null : await useCode(store, { kind: "provider", code, at: place.at });
  if (kept === null)
    throw refused(
      "the sign-in was begun in another browser, twice, or too long ago",
      new Error("no sign-in under way"),
    );
  const { state, nonce, verifier, next } = kept.content as UnderWay;
  const config = await describeProvider(place);
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("no ID token");
    return { claims: await withUserInfo(config, { claims, place, accessToken: tokens.access_token }), next };
  } catch (error) {
    if (isUnanswered(error)) throw unavailable(place.provider, error);
    throw refused(reasonOf(error), error);
  }
}

/** Where to end the session at the provider too; `null` when it offers no such address or cannot be asked. */
export async function signOutAddress(place: ProviderPlace, backTo: string): Promise<string | null> {
  try {
    const config = await describeProvider(place);
    if (config.serverMetadata().end_session_endpoint === undefined) return null;
    return client.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo }).href;
  } catch {
    return null;
  }
}

type Asked = {
  readonly claims: Claims & { readonly sub: string };
  readonly place: ProviderPlace;
  readonly accessToken: string;
};

/** Many providers put groups and email address not into the ID token but behind an address of their own. */
async function withUserInfo(config: client.Configuration, { claims, place, accessToken }: Asked): Promise<Claims> {
  const isWhole = claims[place.provider.groupsClaim] !== undefined && claims.email !== undefined;
  if (isWhole || config.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await client.fetchUserInfo(config, accessToken, claims.sub)), ...claims };
}

/** In a word or two, for the log: never a token or a code. */
function reasonOf(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
    return `the provider said ${error.error}`;
  if (error instanceof Error && "code" in error) return `the provider's answer does not hold (${String(error.code)})`;
  return "the provider's answer does not hold";
}

function refused(why: string, cause: unknown): AppError {
  return new AppError("SIGN_IN_REFUSED", `You were not signed in: ${why}.`, "Try again from the sign-in page.", {
    cause,
  });
}
