/** What each measure of the card counts, what good looks like and where its figures come from, as it stood when the card was judged. */
import type { Measure } from "../../../domain/measure.ts";
import { POLARITY_WORDS } from "../../../domain/report/indicator-rows.ts";
import { indicatorsOf } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { UNIT_WORDS } from "../../../domain/unit-words.ts";
import { WINDOW_WORDS } from "../../../domain/window-words.ts";
import { cardOf, type Maker, type Making } from "../making.ts";
import { recordsBehind } from "../records-behind.ts";
import { type TextColumn, textTable } from "../text-table.ts";

const COLUMNS: readonly TextColumn[] = [
  { id: "references", header: "No.", weight: 1, words: "The number of the indicators that show the measure." },
  { id: "title", header: "Measure", weight: 3, words: "What the measure is called." },
  { id: "definition", header: "What is counted", weight: 5, words: "Exactly what is counted, and of whom." },
  { id: "good", header: "What good looks like", weight: 1.6, words: "Whether a high or a low figure is good." },
  { id: "unit", header: "Kind of figure", weight: 2, words: "What the figure is, and the time it covers." },
  { id: "source", header: "Source", weight: 3, words: "Where the definition comes from, and the records counted." },
];

/** One row a measure, however many indicators show it. */
export const makeDefinitions: Maker<"definitions"> = (_, making) => {
  const card = cardOf(making);
  const shown = new Map<string, ScoredIndicator[]>();
  for (const scored of indicatorsOf(card))
    shown.set(scored.measure.id, [...(shown.get(scored.measure.id) ?? []), scored]);
  const id = `${making.section.id}-definitions`;
  const rows = [...shown.values()].map((indicators) => definitionRow(indicators, making));
  return {
    blocks:
      rows.length === 0
        ? [{ kind: "paragraph", id, text: ["There is no measure to define."] }]
        : [textTable({ id, caption: "Definitions of the measures", columns: COLUMNS, rows })],
  };
};

function definitionRow(indicators: readonly ScoredIndicator[], making: Making): readonly string[] {
  const [first] = indicators;
  if (first === undefined) return [];
  const full = making.definitions.measures.get(first.measure.id);
  return [
    unique(indicators.map(({ reference }) => reference)).join(", "),
    unique(indicators.map(({ title }) => title)).join("; "),
    definitionWords(first, full),
    POLARITY_WORDS[first.measure.polarity],
    `${UNIT_WORDS[first.measure.unit]}. Time covered: ${windowsOf(indicators)}.`,
    full === undefined ? "" : sourceWords(full, making),
  ];
}

/** The card's own words: they are the frozen ones. */
function definitionWords({ measure }: ScoredIndicator, full: Measure | undefined): string {
  const local = full?.local === undefined ? "" : ` Ours differs: ${asSentence(full.local)}`;
  return `${asSentence(measure.definition)}${local}`;
}

function sourceWords(measure: Measure, making: Making): string {
  const records = recordsBehind(measure, making);
  return [asSentence(measure.source), ...(records.length === 0 ? [] : [`Counted from: ${records.join(", ")}.`])].join(
    " ",
  );
}

function windowsOf(indicators: readonly ScoredIndicator[]): string {
  return unique(indicators.map(({ indicator }) => WINDOW_WORDS[indicator.window].toLowerCase())).join(", ");
}

function asSentence(words: string): string {
  const said = words.trim().replace(/^[a-z]/, (first) => first.toUpperCase());
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
