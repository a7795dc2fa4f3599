/** Charts inside a page: one picture each, named in words, whose ids clash with no other picture's. */
import { escapeSvg } from "../../../charts/svg.ts";

const ROOT = /^\s*<svg\b([^>]*)>/;
/** The chart's own name and description, which the report's words stand in place of. */
const OWN_WORDS = /^(?:\s*<(title|desc)\b[^>]*>[^<]*<\/\1>)*/;
const SPOKEN = /\s(?:role|aria-[a-z]+)="[^"]*"/g;
/** For a script that walks from point to point; there is none here. */
const SCRIPT_MARKS = /\sdata-(?:at|reads)="[^"]*"/g;

/** A chart with its name and what it shows in sentences. `id` is unique in the page. */
export function chartPicture(
  svg: string,
  { id, title, words }: { readonly id: string; readonly title: string; readonly words: string },
): string {
  const { attributes, drawn } = takeApart(svg, id);
  return (
    `<svg${attributes} role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">` +
    `<title id="${id}-t">${escapeSvg(title)}</title><desc id="${id}-d">${escapeSvg(words)}</desc>${drawn}`
  );
}

/** A small chart within a cell, read as one sentence. */
export function cellPicture(svg: string, { id, words }: { readonly id: string; readonly words: string }): string {
  const { attributes, drawn } = takeApart(svg, id);
  return `<svg${attributes} role="img" aria-label="${escapeSvg(words)}">${drawn}`;
}

function takeApart(svg: string, id: string): { readonly attributes: string; readonly drawn: string } {
  const [opening = "", attributes = ""] = ROOT.exec(svg) ?? [];
  const drawn = svg.slice(opening.length).replace(OWN_WORDS, "").replace(SCRIPT_MARKS, "");
  return { attributes: attributes.replace(SPOKEN, "").replace(/\sid="[^"]*"/, ""), drawn: ownIds(drawn, id) };
}

/** Every id inside a picture, and every use of it, is put behind the picture's own. */
function ownIds(drawn: string, id: string): string {
  return drawn
    .replace(/\sid="([^"]*)"/g, ` id="${id}-$1"`)
    .replace(/\shref="#([^"]*)"/g, ` href="#${id}-$1"`)
    .replace(/url\(#([^)]*)\)/g, `url(#${id}-$1)`)
    .replace(/\saria-(labelledby|describedby)="([^"]*)"/g, ` aria-$1="${id}-$2"`);
}
