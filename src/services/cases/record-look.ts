/** Writes down every look at children's rows and every refusal of one: who, why, what, and which children. */
import type { Grant } from "../../domain/access/policy.ts";
import { AppError } from "../../domain/errors.ts";
import type { Store } from "../../store/open-store.ts";

/** Who looks, as far as looking is concerned. */
export type Looker = {
  readonly actor: string;
  readonly grants: readonly Grant[];
  /** Why, as said once in the session. */
  readonly purpose: string | null;
};

export type Look = {
  readonly what: "list" | "export" | "case" | "search";
  /** What was looked at: a measure and period, a team, a child's pseudonym. */
  readonly subject: string;
  /** Pseudonyms of the children seen. */
  readonly children: readonly string[];
  readonly rows: number;
  /** Filters, the number of an export, and the like. */
  readonly more?: Readonly<Record<string, unknown>>;
};

export type Witness = { readonly store: Pick<Store, "recordAccess">; readonly at: Date };

/** Appends a look to the access log; `detail.children` names each child once. */
export async function recordLook({ store, at }: Witness, looker: Looker, look: Look): Promise<void> {
  await store.recordAccess({
    actor: looker.actor,
    at: at.toISOString(),
    what: look.what,
    subject: look.subject,
    purpose: looker.purpose ?? "",
    detail: { ...look.more, rows: look.rows, children: [...new Set(look.children)].sort() },
  });
}

/** Appends a refusal to the access log and refuses. */
export async function refuseLook(
  { store, at }: Witness,
  looker: Looker,
  { subject, why }: { readonly subject: string; readonly why: string },
): Promise<never> {
  await store.recordAccess({
    actor: looker.actor,
    at: at.toISOString(),
    what: "refused",
    subject,
    purpose: looker.purpose ?? "",
    detail: { why },
  });
  throw new AppError(
    "NOT_ALLOWED",
    "This is outside the teams or cases you may look at.",
    "If you need it for your work, ask whoever gives access to Waymark here. Your request has been logged.",
  );
}

/** Lists of children open only to those who have said why. */
export function assertPurpose(looker: Looker): void {
  if (looker.purpose === null || looker.purpose.trim() === "")
    throw new AppError(
      "NOT_ALLOWED",
      "Nobody has said yet why these children’s records are opened in this session.",
      "Open the list from its page, which asks for the reason.",
    );
}
