/** Every search for defects in an imported card; a family is one file and one line here. */
import type { ImportFinding } from "../finding.ts";
import type { ImportOptions } from "../import-options.ts";
import { bandDefects } from "./bands.ts";
import type { CardRead } from "./card.ts";
import { changeDefects } from "./changes.ts";
import { commentDefects } from "./comments.ts";
import { directionDefects } from "./direction.ts";
import { nameDefects } from "./names.ts";
import { populationDefects } from "./populations.ts";
import { printingDefects } from "./printing.ts";
import { ratingDefects } from "./ratings.ts";
import { sumDefects } from "./sums.ts";
import { suppressedDefects } from "./suppressed.ts";

const SEARCHES: readonly ((card: CardRead, options: ImportOptions) => readonly ImportFinding[])[] = [
  printingDefects,
  nameDefects,
  changeDefects,
  sumDefects,
  populationDefects,
  bandDefects,
  ratingDefects,
  directionDefects,
  suppressedDefects,
  commentDefects,
];

/** Runs them all. */
export function findDefects(card: CardRead, options: ImportOptions): readonly ImportFinding[] {
  return SEARCHES.flatMap((search) => search(card, options));
}
