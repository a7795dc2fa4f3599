/** What stands out and why: red, amber and getting worse, or unusual for the measure itself; with what the service says of it. */
import type { ProcessPoint } from "../../../domain/judgement/signal.ts";
import type { Block, TableBlock } from "../../../domain/report/document.ts";
import { indicatorsOf } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { approvedOn, commentParagraphs } from "../comment-words.ts";
import { cardOf, idPart, type Maker, type Making } from "../making.ts";
import { directionCell, endColumn, ratingCell, startColumn, textCell, valueCell } from "../shown-cells.ts";

/** Most pressing first. */
const KINDS = ["red", "amber-falling", "unusual", "recognise"] as const;
type Kind = (typeof KINDS)[number];

const KIND_WORDS: Readonly<Record<Kind, { readonly short: string; readonly heading: string }>> = {
  red: { short: "Red", heading: "Red" },
  "amber-falling": { short: "Amber and getting worse", heading: "Amber and getting worse" },
  unusual: { short: "Unusual", heading: "Unusual, though not red" },
  recognise: { short: "Unusually good", heading: "Unusually good" },
};

type Exception = { readonly scored: ScoredIndicator; readonly kinds: readonly Kind[] };

export const makeExceptions: Maker<"exceptions"> = (_, making) => {
  const card = cardOf(making);
  const id = `${making.section.id}-exceptions`;
  const all = indicatorsOf(card);
  const found = all.map((scored) => ({ scored, kinds: kindsOf(scored) })).filter(({ kinds }) => kinds.length > 0);
  const period = card.period.label;
  if (found.length === 0)
    return {
      blocks: [
        { kind: "paragraph", id, text: [`Nothing stands out in ${period}. Indicators looked at: ${all.length}.`] },
      ],
    };
  const table = `${id}-table`;
  const opening: Block = {
    kind: "paragraph",
    id,
    text: [
      `${found.length} of ${all.length} indicators ${found.length === 1 ? "stands" : "stand"} out in ${period}: ${countWords(found)}. `,
      { kind: "reference", to: table },
      " lists them; each may stand out for more than one reason.",
    ],
  };
  const parts = KINDS.flatMap((kind) =>
    kindBlocks(
      kind,
      found.filter(({ kinds }) => kinds[0] === kind),
      making,
    ),
  );
  return { blocks: [opening, tableOf(found, { id: table, period }), ...parts] };
};

/** Why an indicator stands out, most pressing first; empty where it does not. */
function kindsOf({ rating, direction, signals }: ScoredIndicator): readonly Kind[] {
  const unusual: readonly ProcessPoint["meaning"][] = ["concern", "neutral-high", "neutral-low"];
  const latest = "latest" in signals.processControl ? signals.processControl.latest : "common-cause";
  return [
    ...(rating.word === "red" ? (["red"] as const) : []),
    ...(rating.word === "amber" && direction.meaning === "worse" ? (["amber-falling"] as const) : []),
    ...(unusual.includes(latest) ? (["unusual"] as const) : []),
    ...(latest === "improvement" ? (["recognise"] as const) : []),
  ];
}

function countWords(found: readonly Exception[]): string {
  const count = (kind: Kind): number => found.filter(({ kinds }) => kinds.includes(kind)).length;
  return KINDS.map((kind) => `${KIND_WORDS[kind].short.toLowerCase()} ${count(kind)}`).join(", ");
}

function tableOf(
  found: readonly Exception[],
  { id, period }: { readonly id: string; readonly period: string },
): TableBlock {
  return {
    kind: "table",
    id,
    caption: `What stands out, ${period}`,
    columns: [
      startColumn("indicator", "Indicator", 4, "The indicator’s number and title."),
      endColumn("figure", "Figure", 1.3, "The figure judged."),
      startColumn("rating", "Rating", 1.5, "Red, amber, green or not rated."),
      startColumn("direction", "Direction", 2, "Which way the figure has moved, and whether that is good."),
      startColumn("why", "Why it stands out", 2.5, "Each reason for which it is listed."),
    ],
    rows: found.map(({ scored, kinds }) => ({
      cells: [
        textCell(`${scored.reference} ${scored.title}`),
        valueCell(scored, scored.measure),
        ratingCell(scored.rating),
        directionCell(scored.direction),
        textCell(kinds.map((kind) => KIND_WORDS[kind].short).join("; ")),
      ],
    })),
  };
}

function kindBlocks(kind: Kind, found: readonly Exception[], making: Making): readonly Block[] {
  if (found.length === 0) return [];
  const { section, template } = making;
  const id = `${section.id}-${kind}`;
  const level = section.level === 1 ? 2 : 3;
  const heading: Block = {
    kind: "heading",
    id,
    level,
    text: KIND_WORDS[kind].heading,
    isNumbered: false,
  };
  // Where the report has a section on red indicators, they are not told of twice.
  const reds = template.sections.find(({ content }) => content.some((one) => one.kind === "reds"));
  if (kind === "red" && reds !== undefined && reds.heading !== "")
    return [
      heading,
      {
        kind: "paragraph",
        id: `${id}-elsewhere`,
        text: ["Why each is red, and what is being done, stands in ", { kind: "reference", to: reds.id }, "."],
      },
    ];
  return [heading, ...found.flatMap(({ scored }) => exceptionBlocks(scored, making))];
}

function exceptionBlocks(scored: ScoredIndicator, { section, audience }: Making): readonly Block[] {
  const id = `${section.id}-${idPart(scored.reference)}`;
  const { rating, direction, signals } = scored;
  const isUnusual = "latest" in signals.processControl && signals.processControl.latest !== "common-cause";
  const sentences = [
    rating.sentence,
    direction.sentence,
    ...(isUnusual ? [signals.processControl.sentence] : []),
    ...signals.streaks.map(({ sentence }) => sentence),
  ];
  return [
    {
      kind: "paragraph",
      id,
      text: [
        { kind: "strong", text: `${scored.reference} ${scored.title}. ` },
        [...new Set(sentences.map((words) => words.trim()))].filter((words) => words !== "").join(" "),
      ],
    },
    ...approvedOn(scored).flatMap((comment, index) =>
      commentParagraphs(comment, `${id}-comment-${index + 1}`, audience),
    ),
  ];
}
