/** Searches a whole report for numbers that are hidden from the public: texts, cells, pictures' words, notes and data rows. */
import { hiddenNumbersIn, hiddenNumbersOf } from "../src/domain/disclosure/hidden-in-text.ts";
import type { Figure } from "../src/domain/figure.ts";
import { type Block, blocksOf, type Report, type ReportCell, type Text } from "../src/domain/report/document.ts";
import { indicatorsOf, type ScoredCard } from "../src/domain/scored-card.ts";

type BothWays = { readonly internal: ScoredCard; readonly shown: ScoredCard };

/** One indicator's hidden figures, and every number the public card says of it: telling those tells nothing. */
type Secret = {
  readonly reference: string;
  readonly title: string;
  /** No other indicator is called, or begins, so. */
  readonly isOnly: boolean;
  readonly hidden: readonly Figure[];
  readonly open: ReadonlySet<string>;
};

/** A stretch of words, and what stands at its head or above it. */
type Piece = { readonly about: string; readonly words: string };

/** A line for each hidden number told in what is said of its own indicator: elsewhere a 3 may be a 3 of anything. */
export function toldIn(report: Report, cards: BothWays): readonly string[] {
  const pieces = piecesOf(report);
  return secretsOf(cards).flatMap((secret) =>
    pieces.filter((piece) => isAbout(piece, secret)).flatMap((piece) => toldOf(piece, secret)),
  );
}

function secretsOf({ internal, shown }: BothWays): readonly Secret[] {
  const titles = indicatorsOf(internal).map(({ title }) => title);
  const seen = new Map(indicatorsOf(shown).map((scored) => [scored.reference, scored]));
  return indicatorsOf(internal).flatMap(({ reference, title, history }) => {
    const open = seen.get(reference);
    const shownIn = new Set(
      open?.history.filter(({ status }) => status !== "suppressed").map(({ period }) => period) ?? [],
    );
    const hidden = history.filter(({ period }) => !shownIn.has(period));
    const isOnly = titles.filter((other) => other.includes(title)).length === 1;
    return hidden.length === 0 ? [] : [{ reference, title, isOnly, hidden, open: numbersIn(JSON.stringify(open)) }];
  });
}

function numbersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d+(?:\.\d+)?/g) ?? []);
}

/** By its number, or by a title too long to stand there by chance. */
function isAbout({ about, words }: Piece, { reference, title, isOnly }: Secret): boolean {
  const named = `${reference} ${title}`;
  const isLong = isOnly && title.split(" ").length > 3;
  const headings = [reference, `${title} (${reference})`];
  if (headings.includes(about) || about.startsWith(named) || words.startsWith(named)) return true;
  return isLong && `${about} ${words}`.includes(title);
}

/** How many periods a picture has is no secret. */
const HOW_MANY = /\b\d+ of \d+ (?:periods|years)\b/g;

function toldOf({ words }: Piece, { reference, hidden, open }: Secret): readonly string[] {
  const secrets = hiddenNumbersOf(hidden, ({ period }) => period);
  return hiddenNumbersIn(words.replace(HOW_MANY, ""), secrets)
    .filter(({ quote }) => ![...numbersIn(quote)].every((number) => open.has(number)))
    .map(({ hidden: { key }, quote }) => `${reference} in ${key}: ${quote} in “${words.slice(0, 160)}”`);
}

/** Columns of data rows that tell figures; a tolerance of 15 is no number of children. */
const FIGURES = [
  "value",
  "shown",
  "numerator",
  "denominator",
  "previous_value",
  "previous_shown",
  "rating_reason",
  "direction_reason",
  "note",
  "comment",
];

function piecesOf(report: Report): readonly Piece[] {
  let heading = "";
  const blocks = blocksOf(report).flatMap((block) => {
    if (block.kind === "heading") heading = block.text;
    return wordsOfBlock(block).map((piece) => ({ ...piece, about: piece.about === "" ? heading : piece.about }));
  });
  const data = report.data.flatMap(({ rows }) =>
    rows.map((row) => ({ about: `${row.reference ?? ""}`, words: FIGURES.map((name) => row[name] ?? "").join(" | ") })),
  );
  return [...blocks, ...data, ...report.notes.map(({ text }) => ({ about: "", words: text }))];
}

function wordsOfBlock(block: Block): readonly Piece[] {
  switch (block.kind) {
    case "paragraph":
      return [{ about: "", words: wordsOf(block.text) }];
    case "list":
      return block.items.map((item) => ({ about: "", words: wordsOf(item) }));
    case "facts":
      return block.rows.map(({ name, text }) => ({ about: "", words: `${name}: ${wordsOf(text)}` }));
    case "gap":
      return [{ about: "", words: `${block.words}. ${block.remedy}` }];
    case "table":
      // What is counted is the catalogue's to say: "list 4" is a list.
      if (block.id.endsWith("-definitions")) return [];
      return block.rows.map(({ cells }) => {
        const [first = "", ...rest] = cells.map(cellWords);
        return { about: first, words: rest.join(" | ") };
      });
    case "figure":
      return [{ about: block.caption, words: `${block.alt} ${saidOfPicture(block.svg)}` }];
    default:
      return [];
  }
}

function wordsOf(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : "text" in part ? part.text : "")).join("");
}

function cellWords(cell: ReportCell): string {
  switch (cell.kind) {
    case "text":
      return wordsOf(cell.text);
    case "number":
      return `${cell.shown} | ${cell.value}`;
    case "state":
      return cell.shorthand;
    case "trend":
      return `${cell.alt} ${saidOfPicture(cell.svg)}`;
    default:
      return `${cell.label} ${cell.sentence}`;
  }
}

/** Its title and description: an axis is marked with round numbers whatever is drawn. */
function saidOfPicture(svg: string): string {
  return [...svg.matchAll(/<(title|desc)[^>]*>([^<]*)</g)].map(([, , words = ""]) => words).join(" ");
}
