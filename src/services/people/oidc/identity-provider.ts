/** The council's identity provider as the protocol's library knows it: described anew at each sign-in, so that rotated keys and moved addresses are never stale. */
import { readFileSync } from "node:fs";
import * as client from "openid-client";
import { AppError } from "../../../domain/errors.ts";
import type { ProviderSettings } from "../sign-in-settings.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is needed to speak to the provider. */
export type ProviderPlace = {
  readonly provider: ProviderSettings;
  readonly environment: Environment;
  /** Our clock, which tokens are judged by. */
  readonly at: Date;
};

/** Seconds a person at the sign-in page is kept waiting for a provider that does not answer. */
const PATIENCE_S = 10;

/** Asks the provider to describe itself. @throws AppError PROVIDER_UNAVAILABLE */
export async function describeProvider({ provider, environment, at }: ProviderPlace): Promise<client.Configuration> {
  const { issuer, clientId, clockToleranceSeconds } = provider;
  const secret = clientSecret(provider, environment);
  const metadata = {
    [client.clockTolerance]: clockToleranceSeconds,
    [client.clockSkew]: Math.round((at.getTime() - Date.now()) / 1000),
  };
  // The signature of the ID token is checked although it comes straight from the provider: a proxy in between may be mistaken too.
  const execute = [client.enableNonRepudiationChecks];
  if (issuer.startsWith("http:")) execute.push(client.allowInsecureRequests);
  try {
    const auth = client.ClientSecretBasic(secret);
    return await client.discovery(new URL(issuer), clientId, metadata, auth, { execute, timeout: PATIENCE_S });
  } catch (cause) {
    throw unavailable(provider, cause);
  }
}

/** The provider cannot be asked; what lay behind it is kept for the log. */
export function unavailable({ name }: ProviderSettings, cause: unknown): AppError {
  return new AppError(
    "PROVIDER_UNAVAILABLE",
    `Signing in with ${name} is not possible just now.`,
    "Try again in some minutes. An administrator with a break-glass account can sign in meanwhile.",
    { cause },
  );
}

/** Whether an error of the library means that the provider did not answer, rather than that it said no. */
export function isUnanswered(error: unknown): boolean {
  const { code, cause } = (typeof error === "object" && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly cause?: unknown;
  };
  if (error instanceof TypeError && error.message === "fetch failed") return true;
  if (code === "OAUTH_TIMEOUT" || code === "ECONNREFUSED") return true;
  if (cause instanceof Response) return cause.status >= 500;
  return cause !== undefined && cause !== error && isUnanswered(cause);
}

function clientSecret({ secret, name }: ProviderSettings, environment: Environment): string {
  const found = "file" in secret ? contentOf(secret.file) : environment[secret.environment];
  if (found !== undefined && found.trim() !== "") return found.trim();
  const where = "file" in secret ? "the file named" : `the environment variable ${secret.environment}`;
  throw new AppError(
    "PROVIDER_UNAVAILABLE",
    `Signing in with ${name} is not set up yet: its client secret is not in ${where}.`,
    "Put it there and start Waymark again.",
  );
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
