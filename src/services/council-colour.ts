/** The council's own colour: any that white words can be read on. */
import { AppError } from "../domain/errors.ts";
import type { Store } from "../store/open-store.ts";
import { readSettings } from "../store/setting.ts";

/** As shipped: the Government Analysis Function's dark blue. */
export const SHIPPED_COLOUR = "#12436d";

/** White words on it must reach 4.5 to 1 (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** Of settings as stored; the shipped one where none is set. @throws AppError USAGE for what is no colour, or too light */
export function colourOf(stored: Readonly<Record<string, unknown>>): string {
  const colour = stored.colour ?? SHIPPED_COLOUR;
  if (typeof colour !== "string" || !/^#[0-9a-f]{6}$/i.test(colour))
    throw new AppError("USAGE", `"${String(colour)}" is not a colour.`, "Write it as six digits, such as #12436d.");
  const contrast = contrastWithWhite(colour);
  if (contrast < LEAST_CONTRAST)
    throw new AppError(
      "USAGE",
      `White words on ${colour} have a contrast of ${contrast.toFixed(1)} to 1; they need ${LEAST_CONTRAST}.`,
      "Choose a darker colour.",
    );
  return colour.toLowerCase();
}

/** The colour as set now. */
export async function readColour(store: Pick<Store, "db">): Promise<string> {
  return colourOf(await readSettings(store));
}

/** WCAG's ratio of white to a colour, from 1 to 21. */
export function contrastWithWhite(colour: string): number {
  const parts = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const [red = 0, green = 0, blue = 0] = parts;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
