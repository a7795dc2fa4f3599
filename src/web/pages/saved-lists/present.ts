/** What the page of lists prints: trackers ready for everybody, one's own lists, those one's teams share. */
import type { Measure } from "../../../domain/measure.ts";
import type { Keeper, KeptList, KeptQuestion, Tracker } from "../../../services/cases/saved-lists.ts";

export type ListLine = {
  readonly id: number | null;
  readonly title: string;
  readonly about: string;
  readonly href: string;
  /** "Shared with Safeguarding Group", "Only you". */
  readonly sharing: string;
};

export type SavedListsView = {
  readonly trackers: readonly ListLine[];
  readonly own: readonly ListLine[];
  readonly shared: readonly ListLine[];
};

export type ListsToPresent = {
  readonly trackers: readonly Tracker[];
  readonly lists: readonly KeptList[];
  readonly keeper: Keeper;
  readonly measures: ReadonlyMap<string, Pick<Measure, "title">>;
};

/** The three groups of lists. */
export function presentLists({ trackers, lists, keeper, measures }: ListsToPresent): SavedListsView {
  const line = ({ id, name, about, team, question, owner, author }: KeptList): ListLine => ({
    id,
    title: name,
    about: about === "" ? (measures.get(question.measure)?.title ?? "") : about,
    href: listAddress(question),
    sharing: team === null ? "Only you" : owner === keeper.id ? `Shared with ${team}` : `${team}, from ${author}`,
  });
  return {
    trackers: trackers.map(({ title, about, question }) => ({
      id: null,
      title,
      about,
      href: listAddress(question),
      sharing: "",
    })),
    own: lists.filter(({ owner }) => owner === keeper.id).map(line),
    shared: lists.filter(({ owner }) => owner !== keeper.id).map(line),
  };
}

/** The list itself, of the latest period. */
export function listAddress({ measure, ...query }: KeptQuestion): string {
  const fields = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return `/measures/${measure}/list?${new URLSearchParams(fields)}`;
}
