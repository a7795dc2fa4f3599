/** What stands in the way of publishing a card's period, and what is worth a thought before: each with what it is about, so that a page can lead there. */

import { hiddenNumbersIn, hiddenNumbersOf } from "../../domain/disclosure/hidden-in-text.ts";
import { type CheckedComment, indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import type { StoredSignOff } from "../../store/sign-off.ts";
import type { JudgementInputs } from "../judgement-inputs.ts";
import { cardFingerprint } from "../sign-off.ts";

export type Blocker =
  | { readonly kind: "reconciliation"; readonly rule: string; readonly sentence: string }
  | { readonly kind: "comment" | "flags"; readonly comment: string; readonly sentence: string }
  | { readonly kind: "signature" | "stale-signature"; readonly role: string; readonly sentence: string }
  | { readonly kind: "disclosure"; readonly reference: string; readonly sentence: string };

/** What stops nothing and is worth knowing. */
export type Thought = { readonly kind: "silent-red" | "defect"; readonly reference: string; readonly sentence: string };

export type CardToPublish = {
  readonly internal: ScoredCard;
  readonly shown: ScoredCard;
  readonly inputs: JudgementInputs;
  readonly signed: readonly StoredSignOff[];
};

/** Everything that stands in the way, in the order in which it is best mended: a signature comes last, for every other mend undoes it. */
export function publishingBlockers({ internal, shown, inputs, signed }: CardToPublish): readonly Blocker[] {
  return [
    ...unaccepted(internal),
    ...commentsOf(internal).flatMap(commentBlockers),
    ...telling(internal, shown),
    ...signatures(internal, inputs, signed),
  ];
}

/** Every comment of a card once, wherever it stands. */
export function commentsOf(card: ScoredCard): readonly CheckedComment[] {
  const all = [
    ...card.comments,
    ...card.sections.flatMap((section) => [
      ...section.comments,
      ...section.indicators.flatMap((each) => each.comments),
    ]),
  ];
  return all.filter((comment, index) => all.findIndex(({ id }) => id === comment.id) === index);
}

/** Reds nobody has explained, and targets or bands that contradict each other. */
export function publishingThoughts(card: ScoredCard): readonly Thought[] {
  const spoken = new Set(
    card.sections.filter(({ comments }) => comments.length > 0).flatMap(({ indicators }) => indicators),
  );
  const isSilent = card.comments.length === 0;
  return indicatorsOf(card).flatMap((scored): readonly Thought[] => {
    const { reference, title, rating, comments, defects } = scored;
    const isSilentRed = rating.word === "red" && comments.length === 0 && isSilent && !spoken.has(scored);
    return [
      ...(isSilentRed
        ? [
            {
              kind: "silent-red" as const,
              reference,
              sentence: `${reference} ${title} is red, and nothing is said of it.`,
            },
          ]
        : []),
      ...defects.map(({ message }) => ({ kind: "defect" as const, reference, sentence: `${reference}: ${message}` })),
    ];
  });
}

function unaccepted(card: ScoredCard): readonly Blocker[] {
  return card.reconciliation
    .filter(({ accepted }) => accepted === null)
    .map(({ rule, sentence }) => ({ kind: "reconciliation", rule, sentence: `${sentence} (${rule})` }));
}

function commentBlockers({ id, state, flags }: CheckedComment): readonly Blocker[] {
  const isFlagged = flags.some(({ kind, answer }) => kind !== "unchecked" && answer === null);
  return [
    ...(state === "approved"
      ? []
      : [{ kind: "comment" as const, comment: id, sentence: `Comment ${id} is ${state}, not approved.` }]),
    ...(isFlagged
      ? [{ kind: "flags" as const, comment: id, sentence: `Comment ${id} has flags nobody has answered.` }]
      : []),
  ];
}

function signatures(
  card: ScoredCard,
  { settings }: JudgementInputs,
  signed: readonly StoredSignOff[],
): readonly Blocker[] {
  const stands = cardFingerprint(card);
  const unsigned = settings.signOffRoles.filter((role) => !signed.some((one) => one.role === role));
  const stale = signed.filter(({ role, covers }) => settings.signOffRoles.includes(role) && covers !== stands);
  return [
    ...unsigned.map((role) => ({ kind: "signature" as const, role, sentence: `The ${role} has not signed off.` })),
    ...stale.map(({ role }) => ({
      kind: "stale-signature" as const,
      role,
      sentence: `The ${role} signed off before something on the card changed.`,
    })),
  ];
}

/** Reasons people gave that would undo a suppression: a number of a figure hidden from the public, in figures or in words. */
function telling(internal: ScoredCard, shown: ScoredCard): readonly Blocker[] {
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
    const [first] = told;
    if (first === undefined) return [];
    const sentence = `A reason given on ${reference} tells a number that is hidden from the public ("${first.quote}").`;
    return [{ kind: "disclosure" as const, reference, sentence }];
  });
}
