/** Rows as CSV lines (RFC 4180), safe to open in a spreadsheet. */

/** A cell a spreadsheet would run as a formula is written as text with a leading apostrophe. */
export function csvText(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly string[],
  withHeader: boolean,
): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return (withHeader ? [columns.join(","), ...lines] : lines).map((line) => `${line}\r\n`).join("");
}

/** A cell as plain text: nothing for null, JSON for objects. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function csvCell(value: unknown): string {
  const text = plainText(value);
  // A minus sign begins formulas and numbers alike; a number is left as it is.
  const isRun = /^[=+@\t\r]/.test(text) || /^-(?![\d.,]+%?$)/.test(text);
  const safe = typeof value === "string" && isRun ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
