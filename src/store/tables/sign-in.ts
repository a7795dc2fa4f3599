/** Table of secrets good for one use: set-up of the first administrator, invitations, and sign-ins under way at an identity provider. */

export const ONE_TIME_KINDS = ["first-run", "invitation", "provider"] as const;
export type OneTimeKind = (typeof ONE_TIME_KINDS)[number];

/** Housekeeping: what came of a code (a person, a password, a sign-in) is in the logs. */
export type OneTimeCodeRow = {
  /** SHA-256 of the code; the code itself is kept nowhere. */
  readonly code_hash: string;
  readonly kind: string;
  readonly person: string | null;
  /** JSON: what must be remembered until it is used. */
  readonly content: string;
  readonly made_at: string;
  readonly expires_at: string;
  readonly used_at: string | null;
};

export type SignInTables = { readonly one_time_code: OneTimeCodeRow };
