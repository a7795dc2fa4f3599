/** Publishes an edition of a scorecard: everything that made it is frozen with it, or nothing is. */
import { cardDifferences } from "../domain/card-differences.ts";
import { hiddenNumbersIn, hiddenNumbersOf } from "../domain/disclosure/hidden-in-text.ts";
import { type EditionDocument, type EditionFacts, type EditionKind, editionId } from "../domain/edition.ts";
import { AppError } from "../domain/errors.ts";
import { indicatorsOf, type ScoredCard } from "../domain/scored-card.ts";
import { scorecardNamed } from "../measures/catalogue.ts";
import { type EditionFile, publicFiles } from "../reports/edition/edition-files.ts";
import { latestEdition, readEditionFile, writeEdition } from "../store/edition.ts";
import { logHead } from "../store/logs.ts";
import type { Store } from "../store/open-store.ts";
import { listSignOffs, type StoredSignOff } from "../store/sign-off.ts";
import { currentLoads } from "../warehouse/current-loads.ts";
import { freezeCatalogue, packCatalogue } from "./frozen-catalogue.ts";
import type { JudgementInputs } from "./judgement-inputs.ts";
import { readJudgementInputs } from "./read-judgement-inputs.ts";
import { type CardQuestion, scoreScorecard } from "./score-scorecard.ts";
import { cardFingerprint } from "./sign-off.ts";
import type { Workspace } from "./workspace.ts";

export type PublishRequest = CardQuestion & {
  readonly by: string;
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
  const { by, at, revision, waymark, ...question } = request;
  const scorecard = scorecardNamed(workspace.catalogue, question.scorecard);
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  const internal = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const shown = await scoreScorecard(workspace, inputs, { ...question, audience: "published" });
  const period = internal.period.id;
  const signOff = await listSignOffs(store, { scorecard: scorecard.id, period });
  const blocked = [...blockers(internal, inputs, signOff), ...telling({ internal, shown })];
  if (blocked.length > 0)
    throw new AppError(
      "PUBLISH_BLOCKED",
      `${scorecard.title} for ${internal.period.label} cannot be published yet: ${blocked.join(" ")}`,
      "Mend each, or accept it with a reason: waymark comment, waymark judge accept, waymark judge sign-off.",
    );
  const previous = await latestEdition(store, { scorecard: scorecard.id, period });
  if (previous !== null && revision === undefined)
    throw new AppError(
      "EDITION_EXISTS",
      `${previous.id} is published already, and an edition is never changed.`,
      'Publish a correction: waymark publish … --revision unscheduled --reason "…".',
    );
  const number = (previous?.number ?? 0) + 1;
  const facts: EditionFacts = {
    id: editionId(scorecard.id, period, number),
    number,
    kind: previous === null ? "first" : (revision?.kind ?? "unscheduled-revision"),
    reason: previous === null ? null : (revision?.reason ?? null),
    corrects: previous?.id ?? null,
    publishedAt: at.toISOString(),
    publishedBy: by,
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

/** What stands in the way of publishing, a sentence each. */
function blockers(
  card: ScoredCard,
  { settings }: JudgementInputs,
  signed: readonly StoredSignOff[],
): readonly string[] {
  const comments = [
    ...card.comments,
    ...card.sections.flatMap((section) => [
      ...section.comments,
      ...section.indicators.flatMap((each) => each.comments),
    ]),
  ].filter((comment, index, all) => all.findIndex(({ id }) => id === comment.id) === index);
  const unfinished = comments.filter(({ state }) => state !== "approved");
  const flagged = comments.filter(({ flags }) =>
    flags.some(({ kind, answer }) => kind !== "unchecked" && answer === null),
  );
  const unaccepted = card.reconciliation.filter(({ accepted }) => accepted === null);
  const unsigned = settings.signOffRoles.filter((role) => !signed.some((one) => one.role === role));
  const stands = cardFingerprint(card);
  const stale = signed.filter(({ role, covers }) => settings.signOffRoles.includes(role) && covers !== stands);
  return [
    ...unaccepted.map(({ rule, sentence }) => `${sentence} (${rule})`),
    ...unfinished.map(({ id, state }) => `Comment ${id} is ${state}, not approved.`),
    ...flagged.map(({ id }) => `Comment ${id} has flags nobody has answered.`),
    ...unsigned.map((role) => `The ${role} has not signed off.`),
    ...stale.map(({ role }) => `The ${role} signed off before something on the card changed.`),
  ];
}

/** Reasons people gave that would undo a suppression: a number of a figure hidden from the public, in figures or in words. */
function telling({ internal, shown }: Readonly<Record<"internal" | "shown", ScoredCard>>): readonly string[] {
  const seen = new Map(indicatorsOf(shown).map((scored) => [scored.reference, scored]));
  return indicatorsOf(internal).flatMap(({ reference, history }) => {
    const { history: open = [], rating, reconciliation = [], target } = seen.get(reference) ?? {};
    const hidden = history.filter((_, index) => open[index]?.status === "suppressed");
    const reasons = [
      rating?.judgement?.reason,
      target?.reason,
      ...reconciliation.map(({ accepted }) => accepted?.reason),
    ];
    const told = reasons.flatMap((reason) =>
      hiddenNumbersIn(
        reason ?? "",
        hiddenNumbersOf(hidden, ({ period }) => period),
      ),
    );
    return told.length === 0
      ? []
      : [`A reason given on ${reference} tells a number that is hidden from the public ("${told[0]?.quote}").`];
  });
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
