/** What words in a public report are checked against: true figures, and which of them the public may not see. */
import { checkComment } from "../../domain/commentary/check-comment.ts";
import type { CommentFacts } from "../../domain/commentary/facts.ts";
import { factsOf } from "../../domain/commentary/facts-of.ts";
import type { CommentFlag } from "../../domain/commentary.ts";
import { indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import { latestEdition } from "../../store/edition.ts";
import type { Store } from "../../store/open-store.ts";
import { readFrozenEdition } from "../edition-workspace.ts";
import { DEFAULT_SETTINGS } from "../judgement-inputs.ts";
import { openCommentary } from "../open-commentary.ts";
import type { Workspace } from "../workspace.ts";

type FactsContext = { readonly workspace: Workspace; readonly store: Store };

/** What a report is of. */
export type ReportPlace = {
  readonly scorecard: string;
  readonly period: string;
  readonly edition?: string | undefined;
};

/** Of the edition the report is of, else as figures stand now. */
export async function factsOfReport(context: FactsContext, place: ReportPlace): Promise<CommentFacts> {
  const edition = place.edition ?? (await latestEdition(context.store, place))?.id;
  return edition === undefined ? factsNow(context, place) : factsOfEdition(context, edition);
}

/** Words that could tell of a person, or of a number the public may not see. */
export async function tellingWords(
  context: FactsContext,
  place: ReportPlace,
  bodies: readonly string[],
): Promise<readonly CommentFlag[]> {
  if (bodies.length === 0) return [];
  const facts = await factsOfReport(context, place);
  return bodies
    .flatMap((body) => checkComment(body, facts))
    .filter(({ kind }) => kind === "person" || kind === "suppressed");
}

async function factsNow({ workspace, store }: FactsContext, { scorecard, period }: ReportPlace): Promise<CommentFacts> {
  const { factsFor: of } = await openCommentary(workspace, store, { scorecard, period });
  return of({ kind: "scorecard" });
}

async function factsOfEdition({ store }: FactsContext, id: string): Promise<CommentFacts> {
  const { internal, document, inputs } = await readFrozenEdition(store, id);
  const hidden = hiddenIn(document.card);
  return factsOf(indicatorsOf(internal), {
    period: internal.period,
    subject: { kind: "scorecard" },
    disclosureThreshold: inputs.settings.disclosureThreshold ?? DEFAULT_SETTINGS.disclosureThreshold,
    isHidden: (reference, { window, period }) => hidden.has(`${reference} ${window} ${period}`),
  });
}

function hiddenIn(published: ScoredCard): ReadonlySet<string> {
  return new Set(
    indicatorsOf(published).flatMap(({ reference, history }) =>
      history
        .filter(({ status }) => status === "suppressed")
        .map(({ window, period }) => `${reference} ${window} ${period}`),
    ),
  );
}
