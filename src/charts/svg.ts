/** Writing SVG as text: escaped, with presentation attributes only, because the pages' security policy refuses style attributes. */

/** Liberation Sans has Arial's widths, so a chart measures the same in a browser, a PDF and Word. */
export const FONT = "Arial, Liberation Sans, sans-serif";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text made safe inside an element or a double-quoted attribute. */
export function escapeSvg(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** An element whose children are SVG already; attributes are escaped, and left out when undefined. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeSvg(String(typeof value === "number" ? tenth(value) : value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** The outer element: read as one picture, named by its title and, when there is one, its description. */
export function picture(
  frame: { readonly id: string; readonly width: number; readonly height: number },
  words: { readonly title: string; readonly description?: string },
  ...children: readonly string[]
): string {
  const describes = words.description !== undefined;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: frame.width,
      height: frame.height,
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-labelledby": `${frame.id}-t`,
      "aria-describedby": describes ? `${frame.id}-d` : undefined,
    },
    element("title", { id: `${frame.id}-t` }, escapeSvg(words.title)),
    describes ? element("desc", { id: `${frame.id}-d` }, escapeSvg(words.description)) : "",
    ...children,
  );
}

/** A length to a tenth of a pixel: finer than any screen shows, and short to write. */
export function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
