/** How files taken away are marked, said before they are. */

/** "" where they bear no marking. */
export function markingWords(marking: string): string {
  return marking === "" ? "" : `Every page is marked: “${marking}”.`;
}
