/** What stands at the end of every report: its notes, each leading back to the text, and what its shorthand means. */
import { noteAnchor, noteOrigin, type Place } from "./place.ts";

/** The notes in the order they are referred to; nothing when there are none. */
export function EndNotes({ place }: { readonly place: Place }) {
  const { notes } = place.report;
  if (notes.length === 0) return null;
  return (
    <section class="app-report__end" aria-labelledby="report-notes">
      <h2 id="report-notes">Notes</h2>
      {notes.map(({ id, text }, index) => (
        <p key={id} id={noteAnchor(id)} dir="auto">
          {`[note ${index + 1}] ${text} `}
          {place.notesMet.has(id) && (
            <a href={`#${noteOrigin(id)}`} class="app-report__back">{`Back from note ${index + 1}`}</a>
          )}
        </p>
      ))}
    </section>
  );
}

/** Every shorthand that occurs; nothing when there is none. */
export function ShorthandList({ place }: { readonly place: Place }) {
  const { shorthand } = place.report;
  if (shorthand.length === 0) return null;
  return (
    <section class="app-report__end" aria-labelledby="report-shorthand">
      <h2 id="report-shorthand">Shorthand</h2>
      <dl class="app-report__facts">
        {shorthand.map(({ shorthand: mark, words }) => (
          <div key={mark}>
            <dt>{mark}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
