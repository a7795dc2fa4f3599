/** Tables of people, their roles and their sessions. */
import type { SignInTables } from "./sign-in.ts";

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  /** Lower case; what people sign in with, and what an identity provider is matched on. */
  readonly email: string;
  /** The identity provider's own id of the person, once seen: "issuer subject". */
  readonly external_id: string | null;
  readonly is_break_glass: number;
  readonly added_at: string;
  readonly closed_at: string | null;
};

export type PasswordRow = {
  readonly person: string;
  /** argon2id with its parameters and salt, never the password. */
  readonly hash: string;
  readonly set_at: string;
};

export type GrantRow = {
  readonly id: number;
  readonly person: string;
  readonly role: string;
  readonly scope_kind: string;
  readonly scope_name: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

/** Housekeeping: changes with every click, so it stands outside the change log; signing in and out is in the access log. */
export type SessionRow = {
  /** SHA-256 of the id in the cookie; the id itself is kept nowhere. */
  readonly id_hash: string;
  readonly person: string;
  /** "local", "oidc", "trial", "break-glass". */
  readonly how: string;
  readonly form_token: string;
  /** Why lists of children are opened in this session, once said. */
  readonly purpose: string | null;
  readonly created_at: string;
  readonly seen_at: string;
  readonly ended_at: string | null;
};

/** Wrong passwords of one name or address; housekeeping. */
export type SignInFailureRow = { readonly key: string; readonly count: number; readonly last_at: string };

/** What somebody was writing when their session ended or they left the page; housekeeping. */
export type DraftRow = {
  readonly person: string;
  /** The address of the form. */
  readonly form: string;
  readonly content: string;
  readonly at: string;
};

/** How often somebody opened a page of a kind on a day; housekeeping. */
export type PageUseRow = {
  readonly person: string;
  readonly day: string;
  readonly page: string;
  readonly subject: string;
  readonly count: number;
};

export type PeopleTables = {
  readonly person: PersonRow;
  readonly password: PasswordRow;
  readonly role_grant: GrantRow;
};

/** Tables written without the change log, through `Store.housekeep` only. */
export type HousekeepingTables = SignInTables & {
  readonly session: SessionRow;
  readonly sign_in_failure: SignInFailureRow;
  readonly draft: DraftRow;
  readonly page_use: PageUseRow;
};
