/** Texts of a report as HTML: emphasis, links out, references within, notes; whichever way the words run. */
import type { Inline, Text } from "../../../domain/report/document.ts";
import { referenceText } from "../../../domain/report/numbering.ts";
import { anchorOf, noteAnchor, noteOrigin, type Place } from "./place.ts";

/** Addresses a reader may be sent to; anything else, a script above all, is shown as words. */
const SAFE_ADDRESS = /^(https?:\/\/|mailto:)/i;

/** The pieces of a text, one after another. */
export function Inlines({ text, place }: { readonly text: Text; readonly place: Place }) {
  return text.map((part, index) => <Piece key={index} part={part} place={place} />);
}

function Piece({ part, place }: { readonly part: Inline; readonly place: Place }) {
  if (typeof part === "string") return part;
  switch (part.kind) {
    case "strong":
      return <strong dir="auto">{part.text}</strong>;
    case "link":
      return <Link text={part.text} href={part.href} />;
    case "reference":
      return <a href={`#${anchorOf(part.to)}`}>{referenceText(part.to, place.numbering, place.report)}</a>;
    case "note":
      return <NoteMark note={part.note} place={place} />;
  }
}

function Link({ text, href }: { readonly text: string; readonly href: string }) {
  const address = href.startsWith("#") ? `#${anchorOf(href.slice(1))}` : href;
  const isSafe = href.startsWith("#") || SAFE_ADDRESS.test(href);
  return isSafe ? (
    <a href={address} dir="auto">
      {text}
    </a>
  ) : (
    <bdi>{text}</bdi>
  );
}

/** "[note 1]": the first of each is where the note leads back to. */
function NoteMark({ note, place }: { readonly note: string; readonly place: Place }) {
  const isFirst = !place.notesMet.has(note);
  place.notesMet.add(note);
  return (
    <>
      {" "}
      <a {...(isFirst ? { id: noteOrigin(note) } : {})} href={`#${noteAnchor(note)}`}>
        {`[note ${place.numbering.notes.get(note)}]`}
      </a>
    </>
  );
}
