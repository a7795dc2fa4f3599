/** Signs a card off as it stands: a signature covers exactly what was there when it was given. */
import { sha256 } from "../domain/checksums.ts";
import { AppError } from "../domain/errors.ts";
import type { ScoredCard } from "../domain/scored-card.ts";
import type { By, Store } from "../store/open-store.ts";
import { type StoredSignOff, signOff } from "../store/sign-off.ts";
import { readJudgementInputs } from "./read-judgement-inputs.ts";
import { type CardQuestion, scoreScorecard } from "./score-scorecard.ts";
import type { Workspace } from "./workspace.ts";

/**
 * @param seen fingerprint of the card its signer read; without one it is signed as it stands
 * @throws AppError SCORECARD_UNKNOWN, PERIOD_INVALID, NO_DATA, or CHANGED_MEANWHILE when the card is no longer the one that was read
 */
export async function signOffCard(
  workspace: Workspace,
  store: Store,
  by: By,
  {
    role,
    person,
    seen,
    ...place
  }: CardQuestion & { readonly role: string; readonly person: string; readonly seen?: string },
): Promise<StoredSignOff> {
  const question = { scorecard: place.scorecard, period: place.period, authority: place.authority };
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  const card = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const covers = cardFingerprint(card);
  if (seen !== undefined && seen !== covers)
    throw new AppError(
      "CHANGED_MEANWHILE",
      `Something on ${card.title} for ${card.period.label} changed since you read it.`,
      "Read it again, and sign it then.",
    );
  return signOff(store, by, {
    scorecard: card.scorecard,
    period: card.period.id,
    role,
    person,
    covers,
  });
}

/** Changes with anything on the card: a figure, a target, a comment, an acceptance. */
export function cardFingerprint(card: ScoredCard): string {
  return sha256(Buffer.from(JSON.stringify(card), "utf8"));
}
