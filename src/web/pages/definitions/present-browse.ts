/** What the first page of definitions prints: what matches, kind by kind, and the drafts not decided on. */
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import { type DefinitionKind, isKind, KIND_IDS, KINDS } from "../../../services/definitions/kinds.ts";
import { type DefinitionListing, searchListings } from "../../../services/definitions/listing.ts";
import { countOf, longInstant } from "../../words.ts";
import { definitionHref, draftHref, STATE_WORDS } from "./words.ts";

export type BrowseView = {
  readonly search: string;
  readonly kind: DefinitionKind | null;
  readonly found: string;
  readonly mayPropose: boolean;
  readonly groups: readonly {
    readonly kind: DefinitionKind;
    readonly title: string;
    readonly about: string;
    readonly listings: readonly { readonly href: string; readonly title: string; readonly about: string }[];
    readonly more: { readonly href: string; readonly text: string } | null;
  }[];
  readonly drafts: readonly {
    readonly href: string;
    readonly title: string;
    readonly kind: string;
    readonly state: { readonly tag: string; readonly class: string };
    readonly authors: string;
    readonly at: string;
  }[];
};

/** Definitions of a kind shown before somebody asks for all of them. */
const FEW = 8;

type Asked = { readonly search: string; readonly kind: DefinitionKind | null; readonly mayPropose: boolean };

/** Every kind with its first few; all of a kind when one is chosen or words are searched for. */
export function presentBrowse(
  listings: readonly DefinitionListing[],
  drafts: readonly DefinitionDraft[],
  { search, kind, mayPropose }: Asked,
): BrowseView {
  const matching = searchListings(listings, { words: search, kind });
  const isAll = search !== "" || kind !== null;
  const groups = KIND_IDS.flatMap((one) => {
    const own = matching.filter((listing) => listing.kind === one);
    if (own.length === 0) return [];
    const shown = isAll ? own : own.slice(0, FEW);
    const { many, about } = KINDS[one];
    return [
      {
        kind: one,
        title: `${many} (${own.length})`,
        about,
        listings: shown.map((listing) => ({
          href: definitionHref(one, listing.subject),
          title: listing.title,
          about: listing.about,
        })),
        more:
          shown.length === own.length
            ? null
            : { href: `/definitions?kind=${one}`, text: `All ${own.length} ${many.toLowerCase()}` },
      },
    ];
  });
  return {
    search,
    kind,
    mayPropose,
    groups,
    found: isAll
      ? `${countOf(matching.length, "definition")} found.`
      : `${countOf(listings.length, "definition")} in force.`,
    drafts: drafts.map(({ id, title, kind: of, state, authors, at }) => ({
      href: draftHref(id),
      title,
      kind: isKind(of) ? KINDS[of].one : of,
      state: STATE_WORDS[state],
      authors: authors.join(", "),
      at: longInstant(at),
    })),
  };
}
