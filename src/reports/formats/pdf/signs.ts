/** Signs no font has, or no PDF may hold: named by their numbers, so that a reader sees that something stood there. */

const SIGNS = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** What PDF/UA forbids, whatever the font: controls, marks of byte order, and what is no character at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; tabs and line ends may stay.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g;

/** A report's JSON in which every text may stand in a PDF; half of a character (a lone surrogate) becomes the sign for a broken one. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "string" ? one.toWellFormed().replace(FORBIDDEN, numbers) : one,
  );
}

/** @param fault Typst's words, which name every text it could not show @returns the same JSON where they name none */
export function withoutSigns(json: string, fault: string): string {
  const missing = [...fault.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, text = ""]) =>
    unescaped(text),
  );
  if (missing.length === 0) return json;
  const signs = new Set(missing.flatMap((text) => [...text]));
  return JSON.stringify(
    JSON.parse(json, (_, value: unknown) => (typeof value === "string" ? named(value, signs) : value)),
  );
}

/** Whatever is joined to such a sign goes with it: half a family would say something else. */
function named(text: string, signs: ReadonlySet<string>): string {
  if (![...text].some((sign) => signs.has(sign))) return text;
  return [...SIGNS.segment(text)]
    .map(({ segment }) => ([...segment].some((sign) => signs.has(sign)) ? numbers(segment) : segment))
    .join("");
}

function numbers(sign: string): string {
  return [...sign]
    .map((one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`)
    .join("");
}

/** Typst writes signs it cannot print as Rust does: \u{200d}. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
