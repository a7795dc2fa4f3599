/** A public report on a card nobody has published yet: words that would tell what is hidden are taken out, and a gap says so until they are mended. */
import type { GapBlock } from "../../domain/report/document.ts";
import { type CheckedComment, indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import type { JudgementInputs } from "../judgement-inputs.ts";
import { commentsOf, publishingBlockers } from "../publishing/blockers.ts";

/** The card as judged for both audiences. */
type BothWays = { readonly internal: ScoredCard; readonly shown: ScoredCard; readonly inputs: JudgementInputs };

export type Withheld = { readonly card: ScoredCard; readonly gaps: readonly GapBlock[] };

/** Publishing refuses such words; a report may be asked for before. */
export function withholdTelltales({ internal, shown, inputs }: BothWays): Withheld {
  const comments = commentsOf(internal).filter(isTelltale);
  const references = publishingBlockers({ internal, shown, inputs, signed: [] }).flatMap((blocker) =>
    blocker.kind === "disclosure" ? [blocker.reference] : [],
  );
  if (comments.length + references.length === 0) return { card: shown, gaps: [] };
  const withheld = new Set(comments.map(({ id }) => id));
  const keep = <T extends { readonly comments: readonly { readonly id: string }[] }>(said: T): T => ({
    ...said,
    comments: said.comments.filter(({ id }) => !withheld.has(id)),
  });
  const sections = shown.sections.map((section) => ({
    ...keep(section),
    indicators: section.indicators.map((scored) =>
      keep(references.includes(scored.reference) ? withoutReasons(scored) : scored),
    ),
  }));
  const reconciliation = withoutReasonsOf(references, shown);
  return {
    card: { ...keep(shown), sections, reconciliation },
    gaps: [...commentGaps(comments), ...reasonGaps(references, shown)],
  };
}

/** Approved, and flagged as telling of a person or of a hidden number, with nobody having answered. */
function isTelltale({ state, flags }: CheckedComment): boolean {
  return (
    state === "approved" &&
    flags.some(({ kind, answer }) => (kind === "suppressed" || kind === "person") && answer === null)
  );
}

function withoutReasons(scored: ScoredIndicator): ScoredIndicator {
  const { rating, target } = scored;
  const { reason: _, ...open } = target;
  const reason = rating.judgement?.reason;
  const sentence = reason === undefined ? rating.sentence : rating.sentence.replace(reason, "reason withheld");
  return { ...scored, target: open, rating: { ...rating, sentence } };
}

/** Why a finding on them was accepted is said on the card as well. */
function withoutReasonsOf(references: readonly string[], shown: ScoredCard): ScoredCard["reconciliation"] {
  const rules = new Set(
    indicatorsOf(shown)
      .filter(({ reference }) => references.includes(reference))
      .flatMap(({ reconciliation }) => reconciliation.map(({ rule }) => rule)),
  );
  return shown.reconciliation.map((finding) =>
    finding.accepted === null || !rules.has(finding.rule)
      ? finding
      : { ...finding, accepted: { ...finding.accepted, reason: "reason withheld" } },
  );
}

function commentGaps(comments: readonly CheckedComment[]): readonly GapBlock[] {
  return comments.map(({ id, subject }) => ({
    kind: "gap",
    id: `withheld-comment-${id}`,
    words: `A comment on ${subjectWords(subject)} was left out, because it may tell of a person or of a hidden number`,
    remedy: "Change the comment, or answer its flags with a reason.",
  }));
}

function subjectWords(subject: CheckedComment["subject"]): string {
  if (subject.kind === "references") return subject.references.join(" and ");
  return subject.kind === "section" ? `“${subject.section}”` : "the scorecard";
}

function reasonGaps(references: readonly string[], shown: ScoredCard): readonly GapBlock[] {
  return indicatorsOf(shown)
    .filter(({ reference }) => references.includes(reference))
    .map(({ reference, title }, index) => ({
      kind: "gap",
      id: `withheld-reason-${index + 1}`,
      words: `A reason given on ${reference} “${title}” was left out, because it tells a hidden number`,
      remedy: "Give the reason again without the number.",
    }));
}
