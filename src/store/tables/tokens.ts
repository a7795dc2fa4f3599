/** Tables of the tokens programs read figures with. */

export type ApiTokenRow = {
  readonly id: number;
  readonly person: string;
  /** What its maker calls it: "Power BI, leadership pack". */
  readonly name: string;
  /** SHA-256 of the token; the token itself is shown once and kept nowhere. */
  readonly secret_hash: string;
  /** Last day it may be used, inclusive. */
  readonly last_day: string;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type TokenTables = { readonly api_token: ApiTokenRow };
