/** Every search for defects in an imported card; a family is one file and one line here. */
import type { ImportFinding } from "../finding.ts";
import type { ImportOptions } from "../import-options.ts";
import type { CardRead } from "./card.ts";
import { changeDefects } from "./changes.ts";
import { directionDefects } from "./direction.ts";
import { nameDefects } from "./names.ts";
import { printingDefects } from "./printing.ts";
import { ratingDefects } from "./ratings.ts";
import { suppressedDefects } from "./suppressed.ts";

const SEARCHES: readonly ((card: CardRead, options: ImportOptions) => readonly ImportFinding[])[] = [
  printingDefects,
  nameDefects,
  changeDefects,
  ratingDefects,
  directionDefects,
  suppressedDefects,
];

/** Runs them all. */
export function findDefects(card: CardRead, options: ImportOptions): readonly ImportFinding[] {
  return SEARCHES.flatMap((search) => search(card, options));
}
