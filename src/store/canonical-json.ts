/** One way to write a value as JSON, so that equal values have equal hashes. */

/** JSON with the keys of every object in code-unit order, no spaces, and no key whose value is undefined. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
