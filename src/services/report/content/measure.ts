/** One measure on one page: the figure and what is said of it, its course, what it counts, others’ figures, comments and checks. */
import { AppError } from "../../../domain/errors.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { POLARITY_WORDS } from "../../../domain/polarity-words.ts";
import type { Block, FactsBlock } from "../../../domain/report/document.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { QUALITY_FACTS, STATE_FACTS } from "../../../domain/value-state.ts";
import { aimWords } from "../aim-words.ts";
import { type ComparedFigure, readOthers } from "../beside-others.ts";
import { approvedOn, commentParagraphs } from "../comment-words.ts";
import { cardOf, type Maker, type Making } from "../making.ts";
import { chartBlocks } from "./chart-figure.ts";

/** Low enough that an ordinary measure fits one page. */
const CHART_HEIGHT = 190;

export const makeMeasure: Maker<"measure"> = async (_, making) => {
  const scored = making.indicator;
  if (scored === null)
    throw new AppError(
      "REPORT_INVALID",
      `Section "${making.section.id}" of ${making.template.file} shows one measure, and the report is about ${making.template.subject}.`,
      "Make the template's subject a measure, or take that content out.",
    );
  const others = await readOthers(making, cardOf(making), [scored]);
  const id = making.section.id;
  const rows = [
    ...definitionRows(scored, making),
    ...othersRows(scored, others.compare(scored)),
    ...checksRows(scored, making),
  ];
  return {
    blocks: [
      figureFacts(scored),
      ...chartBlocks(scored, making, { id: `${id}-course`, height: CHART_HEIGHT, isBrief: true }),
      ...commentBlocks(scored, making),
      { kind: "facts", rows },
    ],
  };
};

/** The figure, its target, and the sentences of its rating and direction. */
function figureFacts(scored: ScoredIndicator): FactsBlock {
  const { indicator, period, target, rating, direction, measure } = scored;
  const when = period === null ? "" : ` (${parsePeriod(period, indicator.window).label})`;
  const shown = scored.state === "value" ? scored.shown : `${scored.shown} ${STATE_FACTS[scored.state].words}`;
  const aim = aimWords(target) || "No target is set.";
  return {
    kind: "facts",
    rows: [
      { name: "Latest figure", text: [{ kind: "strong", text: shown }, when] },
      { name: "Rating", text: [rating.sentence] },
      { name: "Direction of travel", text: [direction.sentence] },
      { name: "What good looks like", text: [`${aim} ${POLARITY_WORDS[measure.polarity]}`] },
    ],
  };
}

function definitionRows(scored: ScoredIndicator, { definitions }: Making): FactsBlock["rows"] {
  const { measure, note } = scored;
  const defined = definitions.measures.get(measure.id);
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ["What it shows", measure.shows],
    ["Definition", measure.definition],
    ["Why it matters", defined?.why],
    ["Source", defined?.source],
    // Where a state stands in place of the figure, its words are said already.
    ["Note", scored.state === "value" ? note : null],
  ];
  return rows.flatMap(([name, text]) => (text == null || text === "" ? [] : [{ name, text: [text] }]));
}

/** Without a heading of their own: the page has room for words, not for headings. */
function commentBlocks(scored: ScoredIndicator, { audience, section }: Making): readonly Block[] {
  return approvedOn(scored).flatMap((comment, index) => {
    const [first, ...rest] = commentParagraphs(comment, `${section.id}-comment-${index + 1}`, audience);
    if (first === undefined) return [];
    const opening = index === 0 ? [{ kind: "strong", text: "What the service says: " } as const] : [];
    return [{ ...first, text: [...opening, ...first.text] }, ...rest];
  });
}

function othersRows({ comparators }: ScoredIndicator, comparison: ComparedFigure | null): FactsBlock["rows"] {
  if (comparators.length === 0)
    return [{ name: "Beside others", text: ["No published figure to compare it with has been loaded."] }];
  const rank = comparison?.rankAmongNeighbours ?? null;
  const told = comparators.filter(({ state }) => state !== "no-comparator");
  const values = told.map(({ label, shown, state, period }) =>
    state === "value" ? `${label} ${shown} for ${period}` : `${label}: ${STATE_FACTS[state].label.toLowerCase()}`,
  );
  if (values.length === 0)
    return [{ name: "Beside others", text: [comparators[0]?.note ?? "Nothing to compare with."] }];
  const editions = told.map(({ edition }) => edition.split(";")[0] ?? "").filter((edition) => edition !== "");
  const from = editions.length === 0 ? "" : ` Published in: ${[...new Set(editions)].join("; ")}.`;
  const ranked = rank === null ? "" : ` Among its statistical neighbours, ${rank.words}.`;
  return [{ name: "Beside others", text: [`${values.join("; ")}.${ranked}${from}`] }];
}

/** What may be wrong with the figure. A sentence about numbers that disagree may tell one the public may not see. */
function checksRows(scored: ScoredIndicator, { audience }: Making): FactsBlock["rows"] {
  const { qualities, defects, reconciliation, rating } = scored;
  const found = [
    ...qualities.map((quality) => QUALITY_FACTS[quality].warning ?? `${QUALITY_FACTS[quality].label}.`),
    ...rating.warnings,
    ...(audience === "internal"
      ? [...reconciliation.map(({ sentence }) => sentence), ...defects.map(({ message }) => message)]
      : []),
  ];
  const said = [...new Set(found)].join(" ");
  return [{ name: "Checks", text: [said === "" ? "Nothing was found wrong with the figure." : said] }];
}
