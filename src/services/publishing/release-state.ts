/** How far a card's period is from being published: its judged card, what blocks it, who signed, what is announced and what is out already. */
import type { ScoredCard } from "../../domain/scored-card.ts";
import { indicatorsOf } from "../../domain/scored-card.ts";
import { listAcceptances, type StoredAcceptance } from "../../store/acceptance.ts";
import { listEditions, type StoredEdition } from "../../store/edition.ts";
import type { Store } from "../../store/open-store.ts";
import { listPublicationPlans, type PublicationPlan } from "../../store/publication-plan.ts";
import { listSignOffs, type StoredSignOff } from "../../store/sign-off.ts";
import { readJudgementInputs } from "../read-judgement-inputs.ts";
import { type CardQuestion, scoreScorecard } from "../score-scorecard.ts";
import { cardFingerprint } from "../sign-off.ts";
import type { Workspace } from "../workspace.ts";
import { type Blocker, publishingBlockers, publishingThoughts, type Thought } from "./blockers.ts";

export type ReleaseState = {
  readonly card: ScoredCard;
  /** What a signature given now covers. */
  readonly fingerprint: string;
  readonly blockers: readonly Blocker[];
  readonly thoughts: readonly Thought[];
  /** Figures the public will not see, of all figures of the period. */
  readonly hidden: readonly { readonly reference: string; readonly title: string }[];
  readonly roles: readonly string[];
  readonly signed: readonly (StoredSignOff & { readonly isStale: boolean })[];
  readonly acceptances: readonly StoredAcceptance[];
  readonly plan: PublicationPlan | null;
  /** Editions of this period, newest first. */
  readonly editions: readonly StoredEdition[];
};

/** @throws AppError SCORECARD_UNKNOWN, PERIOD_INVALID or NO_DATA */
export async function releaseState(workspace: Workspace, store: Store, question: CardQuestion): Promise<ReleaseState> {
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  const internal = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const shown = await scoreScorecard(workspace, inputs, { ...question, audience: "published" });
  const place = { scorecard: internal.scorecard, period: internal.period.id };
  const [signed, acceptances, plans, editions] = await Promise.all([
    listSignOffs(store, place),
    listAcceptances(store, place),
    listPublicationPlans(store),
    listEditions(store, place),
  ]);
  const fingerprint = cardFingerprint(internal);
  return {
    card: internal,
    fingerprint,
    blockers: publishingBlockers({ internal, shown, inputs, signed }),
    thoughts: publishingThoughts(internal),
    hidden: indicatorsOf(shown)
      .filter(({ state }) => state === "suppressed")
      .map(({ reference, title }) => ({ reference, title })),
    roles: inputs.settings.signOffRoles,
    signed: signed.map((one) => ({ ...one, isStale: one.covers !== fingerprint })),
    acceptances,
    plan: plans.find(({ scorecard, period }) => scorecard === place.scorecard && period === place.period) ?? null,
    editions,
  };
}
