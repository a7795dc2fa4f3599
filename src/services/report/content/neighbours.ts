/** Our statistical neighbours in the order of their closeness, and where each compared figure stands among them (requirements 142 to 148). */
import type { ComparatorGroup } from "../../../domain/comparator.ts";
import { dayInWords } from "../../../domain/period.ts";
import type { Block, ReportCell, TableBlock } from "../../../domain/report/document.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { type ComparedFigure, type Others, readOthers } from "../beside-others.ts";
import { cardOf, idPart, type Maker } from "../making.ts";
import { comparatorCell, DASH, endColumn, startColumn, stateCell, textCell, valueCell } from "../shown-cells.ts";

export const makeNeighbours: Maker<"neighbours"> = async (_, making) => {
  const card = cardOf(making);
  const asked = making.indicator === null ? indicatorsOf(card) : [making.indicator];
  const others = await readOthers(making, card, asked);
  const id = `${making.section.id}-neighbours`;
  const rows = asked
    .filter(({ comparators }) => comparators.some(({ state }) => state !== "no-comparator"))
    .map((scored): Row => ({ scored, comparison: others.compare(scored) }));
  return {
    blocks: [
      ...named(others, card, id),
      ...(rows.length === 0 ? [nothing(id)] : [...standings(rows, card, id), ...leftOut(rows, asked, id)]),
      ...(making.indicator === null ? [] : rows.flatMap((row) => eachNeighbour(row, card, id))),
    ],
  };
};

type Row = { readonly scored: ScoredIndicator; readonly comparison: ComparedFigure | null };

/** Who they are, the closest first. */
function named({ company }: Others, { authority }: ScoredCard, id: string): readonly Block[] {
  const { edition = null, neighbours = [] } = company?.neighbours ?? {};
  if (edition === null || neighbours.length === 0)
    return [
      {
        kind: "paragraph",
        id: `${id}-named`,
        text: [`No list of the statistical neighbours of ${authority} has been loaded, so none is compared here.`],
      },
    ];
  const opening = `Statistical neighbours are the authorities whose children and families are most like those of ${authority}. They are, the closest first (list of ${edition}):`;
  return [
    { kind: "paragraph", id: `${id}-named`, text: [opening] },
    { kind: "list", isOrdered: true, items: neighbours.map(({ name }) => [name]) },
  ];
}

function nothing(id: string): Block {
  return {
    kind: "paragraph",
    id: `${id}-nothing`,
    text: ["No published figures of other authorities have been loaded to compare with."],
  };
}

function leftOut(rows: readonly Row[], asked: readonly ScoredIndicator[], id: string): readonly Block[] {
  const none = asked.length - rows.length;
  if (none === 0) return [];
  const said = none === 1 ? "One indicator is" : `${none} indicators are`;
  return [
    { kind: "paragraph", id: `${id}-left-out`, text: [`${said} left out: nobody publishes a figure to compare with.`] },
  ];
}

function standings(rows: readonly Row[], card: ScoredCard, id: string): readonly Block[] {
  const where: Block = {
    kind: "paragraph",
    id: `${id}-where`,
    text: [
      { kind: "reference", to: id },
      ` sets each figure of ${card.authority} beside the others’; `,
      { kind: "reference", to: `${id}-published` },
      " says what the others’ figures are of and where they were published. A rank is of the neighbours and ourselves, the best first where high or low is good.",
    ],
  };
  return [where, standingTable(rows, card, id), publishedTable(rows, `${id}-published`)];
}

function standingTable(rows: readonly Row[], card: ScoredCard, id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption: `${card.authority} beside its neighbours, region and England, ${card.period.label}`,
    columns: [
      startColumn("measure", "Indicator", 4, "The indicator’s number and name."),
      endColumn("own", card.authority, 1.3, "Our own figure for the period reported."),
      endColumn("neighbours", "Neighbours", 1.8, "The statistical neighbours’ figures made into one."),
      endColumn("region", "Region", 1.3, "The region’s figure as published."),
      endColumn("england", "England", 1.3, "England’s figure as published."),
      startColumn("rank", "Rank among neighbours", 2.4, "Where we stand among the statistical neighbours."),
    ],
    rows: rows.map(({ scored, comparison }) => ({
      cells: [
        textCell(`${scored.reference} ${scored.title}`),
        valueCell(scored, scored.measure),
        ...(["neighbours", "region", "england"] as const).map((group) => groupCell(scored, group)),
        textCell(rankWords(scored, comparison)),
      ],
    })),
  };
}

function groupCell({ comparators, measure }: ScoredIndicator, group: ComparatorGroup): ReportCell {
  return comparatorCell(
    comparators.find((one) => one.group === group),
    measure,
  );
}

/** "3rd of 11, best first, by our published 44.4%", or why there is no rank. */
function rankWords({ measure }: ScoredIndicator, comparison: ComparedFigure | null): string {
  const standing = comparison?.rankAmongNeighbours ?? null;
  if (comparison === null || standing === null)
    return measure.unit === "count" ? "Not ranked: numbers depend on size" : "Not ranked: figures are missing";
  const by = comparison.ranked === "published" ? `, by our published ${comparison.ownPublished.shown}` : "";
  return `${standing.words}${by}`;
}

/** What is said alike of several indicators stands once, under all their numbers. */
function publishedTable(rows: readonly Row[], id: string): TableBlock {
  const said = Map.groupBy(
    rows.map(({ scored }) => ({ reference: scored.reference, ...publishedWords(scored) })),
    ({ period, editions, note }) => `${period}|${editions}|${note}`,
  );
  return {
    kind: "table",
    id,
    caption: "What the published figures are of",
    columns: [
      startColumn("indicators", "Indicators", 2, "The indicators’ numbers."),
      startColumn("period", "Published for", 1.6, "The stretch of time the published figure is of."),
      startColumn("edition", "Publication and edition", 3.6, "Where the figure was published."),
      startColumn("note", "Note", 3.6, "How the published figure differs from ours."),
    ],
    rows: [...said.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { period, editions, note } = first;
      return {
        cells: [
          textCell(same.map(({ reference }) => reference).join(", ")),
          period === null ? stateCell("not-released") : textCell(period),
          textCell(editions || "–"),
          note === "" ? DASH : textCell(note),
        ],
      };
    }),
  };
}

function publishedWords({ comparators }: ScoredIndicator) {
  const told = comparators.filter(({ state }) => state !== "no-comparator");
  const [first] = told;
  const editions = told.map(({ edition, publishedOn }) => {
    // The list of neighbours is named once, above.
    const name = edition.replace(/; neighbours of .*$/, "");
    return publishedOn === null ? name : `${name}, published ${dayInWords(publishedOn)}`;
  });
  return {
    period: first?.state === "not-released" ? null : first?.period || "–",
    editions: [...new Set(editions.filter((edition) => edition !== ""))].join("; "),
    note: [...new Set(told.flatMap(({ note }) => (note === undefined ? [] : [note])))].join(" "),
  };
}

/** Each neighbour and ourselves, best first: for reports about one measure. */
function eachNeighbour({ scored, comparison }: Row, { authority }: ScoredCard, id: string): readonly Block[] {
  if (comparison === null || comparison.neighbours.length === 0) return [];
  const { neighbours, ranked, own, ownPublished, rankAmongNeighbours } = comparison;
  const ours = ranked === "published" ? ownPublished : { ...own, state: own.status };
  const all = [
    ...neighbours.map(({ name, rank, ...value }) => ({ name, rank, value })),
    { name: `${authority} (ours)`, rank: rankAmongNeighbours?.rank ?? null, value: ours },
  ].toSorted((a, b) => (a.rank ?? 999) - (b.rank ?? 999) || (a.name < b.name ? -1 : 1));
  return [
    {
      kind: "table",
      id: `${id}-each-${idPart(scored.reference)}`,
      caption: `${scored.title}: each neighbour, in order of rank`,
      columns: [
        startColumn("authority", "Authority", 4, "The authority."),
        endColumn("rank", "Rank", 1, "Its place, the best first where high or low is good."),
        endColumn("value", "Figure", 1.5, "Its figure as published."),
      ],
      rows: all.map(({ name, rank, value }) => ({
        cells: [textCell(name), rank === null ? DASH : textCell(String(rank)), valueCell(value, scored.measure)],
      })),
    },
  ];
}
