/** Publishes an edition of a scorecard: everything that made it is frozen with it, or nothing is. */
import { cardDifferences } from "../domain/card-differences.ts";
import { type EditionDocument, type EditionFacts, type EditionKind, editionId } from "../domain/edition.ts";
import { AppError } from "../domain/errors.ts";
import { indicatorsOf, type ScoredCard } from "../domain/scored-card.ts";
import { scorecardNamed } from "../measures/catalogue.ts";
import { type EditionFile, publicFiles } from "../reports/edition/edition-files.ts";
import { latestEdition, readEditionFile, writeEdition } from "../store/edition.ts";
import { logHead } from "../store/logs.ts";
import type { Store } from "../store/open-store.ts";
import { listSignOffs } from "../store/sign-off.ts";
import { currentLoads } from "../warehouse/current-loads.ts";
import { freezeCatalogue, packCatalogue } from "./frozen-catalogue.ts";
import type { JudgementInputs } from "./judgement-inputs.ts";
import { publishingBlockers } from "./publishing/blockers.ts";
import { readJudgementInputs } from "./read-judgement-inputs.ts";
import { type CardQuestion, scoreScorecard } from "./score-scorecard.ts";
import type { Workspace } from "./workspace.ts";

export type PublishRequest = CardQuestion & {
  readonly by: string;
  /** Their name, as the edition prints it; without it, who they are in the log. */
  readonly person?: string | undefined;
  readonly at: Date;
  /** Needed where an edition of the period exists already. */
  readonly revision?: { readonly kind: Exclude<EditionKind, "first">; readonly reason: string } | undefined;
  readonly waymark: string;
};

export type Published = {
  readonly edition: EditionFacts;
  readonly card: ScoredCard;
  readonly checksum: string;
  /** What did not stop it and is worth knowing. */
  readonly warnings: readonly string[];
};

/** @throws AppError PUBLISH_BLOCKED with everything that stands in the way, or EDITION_EXISTS without a reason to correct one */
export async function publishEdition(workspace: Workspace, store: Store, request: PublishRequest): Promise<Published> {
  const { by, person = by, at, revision, waymark, ...question } = request;
  const scorecard = scorecardNamed(workspace.catalogue, question.scorecard);
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  const internal = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const shown = await scoreScorecard(workspace, inputs, { ...question, audience: "published" });
  const period = internal.period.id;
  const signOff = await listSignOffs(store, { scorecard: scorecard.id, period });
  const blocked = publishingBlockers({ internal, shown, inputs, signed: signOff });
  if (blocked.length > 0)
    throw new AppError(
      "PUBLISH_BLOCKED",
      `${scorecard.title} for ${internal.period.label} cannot be published yet: ${blocked.map(({ sentence }) => sentence).join(" ")}`,
      "Mend each, or accept it with a reason: on the page where the card is signed off, or with waymark comment, waymark judge accept and waymark judge sign-off.",
    );
  const previous = await latestEdition(store, { scorecard: scorecard.id, period });
  if (previous !== null && revision === undefined)
    throw new AppError(
      "EDITION_EXISTS",
      `${previous.id} is published already, and an edition is never changed.`,
      'Publish a correction, from the page of that edition or with waymark publish … --revision unscheduled --reason "…".',
    );
  const number = (previous?.number ?? 0) + 1;
  const facts: EditionFacts = {
    id: editionId(scorecard.id, period, number),
    number,
    kind: previous === null ? "first" : (revision?.kind ?? "unscheduled-revision"),
    reason: previous === null ? null : (revision?.reason ?? null),
    corrects: previous?.id ?? null,
    publishedAt: at.toISOString(),
    publishedBy: person,
    signOff: signOff.map(({ role, person, at: signedAt }) => ({ role, person, at: signedAt })),
    accepted: shown.reconciliation.flatMap(({ sentence, accepted }) =>
      accepted === null ? [] : [`${sentence} Accepted by ${accepted.author}: ${accepted.reason}`],
    ),
    revisions: previous === null ? [] : await publicRevisions(store, previous.id, shown),
    loads: currentLoads(workspace.manifests).map(({ id, title, asAt, acceptedAt, files }) => ({
      id,
      title,
      asAt: asAt ?? null,
      acceptedAt,
      files: files.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
    })),
    logHead: await logHead(store),
    waymark,
  };
  const frozen = packCatalogue(freezeCatalogue(workspace.catalogueFolders, scorecard.id));
  const files = editionFiles({ facts, card: shown }, { internal, inputs, catalogue: frozen });
  const { checksum } = await writeEdition(
    store,
    { actor: by, at: facts.publishedAt },
    {
      id: facts.id,
      scorecard: scorecard.id,
      period,
      number,
      kind: facts.kind,
      reason: facts.reason,
      corrects: facts.corrects,
      audience: scorecard.audience,
      files,
    },
  );
  return { edition: facts, card: shown, checksum, warnings: warningsOf(internal) };
}

/** Every file of an edition: public ones to give away, internal ones to make it again from. */
export function editionFiles(
  edition: EditionDocument,
  kept: { readonly internal: ScoredCard; readonly inputs: JudgementInputs; readonly catalogue: Uint8Array },
): readonly EditionFile[] {
  return [
    ...publicFiles(edition).map(({ path, bytes }) => ({ path: `public/${path}`, bytes })),
    { path: "internal/card.json", bytes: Buffer.from(`${JSON.stringify(kept.internal)}\n`) },
    { path: "internal/inputs.json", bytes: Buffer.from(`${JSON.stringify(kept.inputs)}\n`) },
    { path: "internal/catalogue.json.gz", bytes: kept.catalogue },
  ];
}

function warningsOf(card: ScoredCard): readonly string[] {
  const reds = indicatorsOf(card).filter(({ rating, comments }) => rating.word === "red" && comments.length === 0);
  const defects = indicatorsOf(card).flatMap(({ reference, defects: found }) =>
    found.map(({ message }) => `${reference}: ${message}`),
  );
  return [
    ...(reds.length === 0 ? [] : [`Red with no comment: ${reds.map(({ reference }) => reference).join(", ")}.`]),
    ...defects,
  ];
}

/** What differs from the edition corrected, as the public may know it: only from what was and is shown, with no count of cases. */
async function publicRevisions(store: Store, corrected: string, shown: ScoredCard): Promise<EditionFacts["revisions"]> {
  const bytes = await readEditionFile(store, corrected, "public/edition.json");
  const before = (JSON.parse(Buffer.from(bytes).toString("utf8")) as EditionDocument).card;
  return cardDifferences(before, shown).map(({ reference, title, what, period, before: was, after }) => ({
    reference,
    title,
    what,
    period,
    before: was,
    after,
    causes: [],
    sentence: "Revised; the reason for the revision is given above.",
  }));
}
