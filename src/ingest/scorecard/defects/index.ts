/** Every search for defects in an imported card; a family is one file and one line here. */
import type { ImportFinding } from "../finding.ts";
import type { ImportOptions } from "../import-options.ts";
import type { CardRead } from "./card.ts";

const SEARCHES: readonly ((card: CardRead, options: ImportOptions) => readonly ImportFinding[])[] = [];

/** Runs them all. */
export function findDefects(card: CardRead, options: ImportOptions): readonly ImportFinding[] {
  return SEARCHES.flatMap((search) => search(card, options));
}
