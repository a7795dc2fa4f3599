/** A report's contents: its headings with their numbers, then its tables and figures, all as links. */
import { type Block, blocksOf } from "../../../domain/report/document.ts";
import { anchorOf, type Place } from "./place.ts";

/** Deeper headings are found within their section. */
const DEEPEST = 2;

/** A list of links in reading order. */
export function Contents({ place }: { readonly place: Place }) {
  const blocks = blocksOf(place.report);
  const headings = blocks.filter((block) => block.kind === "heading" && block.level <= DEEPEST);
  const numbered = blocks.filter(({ kind }) => kind === "table" || kind === "figure");
  return (
    <nav class="app-report__contents" aria-labelledby="report-contents">
      <h2 id="report-contents">Contents</h2>
      <ul>
        {headings.map((block, index) => (
          <Entry key={index} block={block} place={place} />
        ))}
      </ul>
      {numbered.length > 0 && (
        <>
          <h3>Tables and figures</h3>
          <ul>
            {numbered.map((block, index) => (
              <Entry key={index} block={block} place={place} />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function Entry({ block, place }: { readonly block: Block; readonly place: Place }) {
  if (block.kind === "heading")
    return (
      <li class={`app-report__entry--${block.level}`}>
        <a href={`#${anchorOf(block.id)}`} dir="auto">
          {headingWords(block, place)}
        </a>
      </li>
    );
  if (block.kind !== "table" && block.kind !== "figure") return null;
  return (
    <li>
      <a href={`#${anchorOf(block.id)}`} dir="auto">
        {`${place.numbering.labels.get(block.id)}: ${block.caption}`}
      </a>
    </li>
  );
}

/** "5.2 What is red", or the words alone where the heading has no number. */
export function headingWords(
  { id, text }: { readonly id: string; readonly text: string },
  { numbering }: Pick<Place, "numbering">,
): string {
  const number = numbering.headings.get(id) ?? "";
  return number === "" ? text : `${number} ${text}`;
}
