/** What a cell of a report's table shows: words and shapes beside every colour, and sentences for those who hear the page. */
import { RATING_FACTS } from "../../../domain/judgement/rating.ts";
import type { ReportCell } from "../../../domain/report/document.ts";
import { Inlines } from "./inlines.tsx";
import { cellPicture } from "./picture.ts";
import type { Place } from "./place.ts";

type CellProps = {
  readonly cell: ReportCell;
  readonly place: Place;
  /** Unique in the page, for the picture a cell may hold. */
  readonly id: string;
};

/** The content of one cell. */
export function CellContent({ cell, place, id }: CellProps) {
  switch (cell.kind) {
    case "text":
      return <Inlines text={cell.text} place={place} />;
    case "number":
      return [cell.shown, ...(cell.marks ?? [])].join(" ");
    case "state":
      return (
        <>
          <abbr title={cell.words}>{cell.shorthand}</abbr>
          <Spoken words={cell.words} />
        </>
      );
    case "rating":
      return (
        <>
          <strong class={`app-report__rating app-report__rating--${cell.word}`}>
            <Shaped shape={RATING_FACTS[cell.word].symbol} label={cell.label} />
          </strong>
          <Spoken words={cell.sentence} />
        </>
      );
    case "direction":
      return (
        <>
          <Shaped shape={cell.arrow} label={cell.label} />
          <Spoken words={cell.sentence} />
        </>
      );
    case "trend":
      return (
        <span
          class="app-report__trend"
          dangerouslySetInnerHTML={{ __html: cellPicture(cell.svg, { id, words: cell.alt }) }}
        />
      );
  }
}

/** A word with its shape before it; the shape is seen, not read out. */
function Shaped({ shape, label }: { readonly shape: string; readonly label: string }) {
  const word = label.startsWith(shape) ? label.slice(shape.length).trim() : label;
  return (
    <>
      <span aria-hidden="true">{shape}</span> {word}
    </>
  );
}

function Spoken({ words }: { readonly words: string }) {
  return words === "" ? null : <span class="app-report__spoken">{` ${words}`}</span>;
}
