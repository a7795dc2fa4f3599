/** Every comment asked of anybody on any card, with how far it has come. */
import { type Covers, commentsOwed, type Owed } from "../../domain/commentary/owed.ts";
import type { Comment } from "../../domain/commentary.ts";
import { addDays, type IsoDate } from "../../domain/dates.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import { chooseComments } from "../../store/comment.ts";
import { type CommentDue, listCommentsDue } from "../../store/comment-due.ts";
import type { Store } from "../../store/open-store.ts";

export type OwedByAll = Owed<CommentDue> & {
  /** How the write page is asked for what is owed: references, a section's title, or nothing for the whole card. */
  readonly on: string;
};

/** What was due longer ago than this is history. */
const DAYS_REMEMBERED = 400;

/** What is owed on a day, overdue first; `owner` names only one person's. */
export async function owedByAll(
  store: Store,
  catalogue: Catalogue,
  { today, owner }: { readonly today: IsoDate; readonly owner?: string },
): Promise<readonly OwedByAll[]> {
  const wanted = (await listCommentsDue(store)).filter(
    (due) => due.due >= addDays(today, -DAYS_REMEMBERED) && (owner === undefined || due.owner === owner),
  );
  const places = new Map(wanted.map(({ scorecard, period }) => [`${scorecard} ${period}`, { scorecard, period }]));
  const comments = await Promise.all([...places.values()].map((place) => chooseComments(store, place)));
  const owed = commentsOwed(wanted, comments.flat(), { today, covers: coversOn(catalogue) });
  return owed.map((one) => ({ ...one, on: writtenSubject(catalogue, one) }));
}

/** A comment on a section or a card speaks for every reference in it. */
export function coversOn(catalogue: Catalogue): Covers {
  return ({ subject, scorecard }: Comment) => {
    if (subject.kind === "references") return subject.references;
    const sections = sectionsOf(catalogue, scorecard);
    return sections
      .filter(({ title }) => subject.kind === "scorecard" || title === subject.section)
      .flatMap(({ references }) => references);
  };
}

function writtenSubject(catalogue: Catalogue, { scorecard, references }: CommentDue): string {
  const sections = sectionsOf(catalogue, scorecard);
  const isAll = (all: readonly string[]): boolean => all.join(" ") === references.join(" ");
  if (isAll(sections.flatMap((section) => section.references))) return "";
  return sections.find((section) => isAll(section.references))?.title ?? references.join(" & ");
}

function sectionsOf({ scorecards }: Catalogue, id: string) {
  return (scorecards.get(id)?.sections ?? []).map(({ title, indicators }) => ({
    title,
    references: indicators.map(({ reference }) => reference),
  }));
}
