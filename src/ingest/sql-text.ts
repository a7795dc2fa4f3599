/** Writing names into SQL safely; texts are written by the warehouse's `sqlText`. */

/** A name as SQL takes it, whatever characters it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
