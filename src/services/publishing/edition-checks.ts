/** What was checked when an edition was published, and whether it still holds: totals, reconciliation, comments, checksums. */
import type { EditionDocument } from "../../domain/edition.ts";
import { indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import { readEditionFile } from "../../store/edition.ts";
import type { Store } from "../../store/open-store.ts";
import { verifyStore } from "../verify.ts";
import { commentsOf } from "./blockers.ts";

export type EditionCheck = {
  /** "Ratings add up". */
  readonly what: string;
  readonly holds: boolean;
  /** What was found, in one sentence. */
  readonly found: string;
};

/** In the order in which an auditor asks. @throws AppError EDITION_UNKNOWN */
export async function editionChecks(store: Store, id: string): Promise<readonly EditionCheck[]> {
  const [document, internal] = await Promise.all([
    readJson<EditionDocument>(store, id, "public/edition.json"),
    readJson<ScoredCard>(store, id, "internal/card.json"),
  ]);
  const { card, facts } = document;
  const count = indicatorsOf(card).length;
  return [
    addsUp("Ratings add up", card.ratings, count),
    addsUp("Directions add up", card.directions, count),
    reconciled(internal),
    commented(internal),
    {
      what: "Signed off",
      holds: facts.signOff.length > 0,
      found: facts.signOff.map(({ role, person }) => `${role}: ${person}`).join("; ") || "Nobody signed.",
    },
    await sound(store, id),
  ];
}

function addsUp(what: string, counts: Readonly<Record<string, number>>, indicators: number): EditionCheck {
  const parts = Object.entries(counts).filter(([name]) => name !== "total");
  const sum = parts.reduce((all, [, one]) => all + one, 0);
  const words = parts.map(([name, one]) => `${name.replaceAll("-", " ")} ${one}`).join(", ");
  return {
    what,
    holds: sum === counts.total && sum === indicators,
    found: `${words}: ${sum} of ${indicators} indicators.`,
  };
}

function reconciled({ reconciliation }: ScoredCard): EditionCheck {
  const open = reconciliation.filter(({ accepted }) => accepted === null).length;
  return {
    what: "Figures reconcile",
    holds: open === 0,
    found:
      reconciliation.length === 0
        ? "No rule between figures failed."
        : `${reconciliation.length} failed and ${reconciliation.length - open} of them were accepted with a reason, printed in the edition.`,
  };
}

function commented(internal: ScoredCard): EditionCheck {
  const comments = commentsOf(internal);
  const flags = comments.flatMap((comment) => comment.flags);
  const open = flags.filter(({ kind, answer }) => kind !== "unchecked" && answer === null).length;
  const unapproved = comments.filter(({ state }) => state !== "approved").length;
  const answered = flags.filter(({ answer }) => answer !== null).length;
  return {
    what: "Comments agree with the data",
    holds: open === 0 && unapproved === 0,
    found: `${comments.length} comments checked; ${answered} flags answered with a reason, ${open} left open.`,
  };
}

async function sound(store: Store, id: string): Promise<EditionCheck> {
  const checks = await verifyStore(store, id);
  const faults = checks.flatMap(({ subject, faults: found }) => found.map((fault) => `${subject}: ${fault}`));
  return {
    what: "Nothing was changed since",
    holds: faults.length === 0,
    found:
      faults.length === 0 ? checks.map(({ subject, found }) => `${subject}: ${found}`).join("; ") : faults.join("; "),
  };
}

async function readJson<T>(store: Store, id: string, path: string): Promise<T> {
  return JSON.parse(Buffer.from(await readEditionFile(store, id, path)).toString("utf8")) as T;
}
