/** A form as it was sent: each name with one value or several. */

export type FormBody = {
  /** The value of a name, trimmed; empty when it was not sent. */
  readonly one: (name: string) => string;
  /** The value as it was typed, line breaks made plain. */
  readonly text: (name: string) => string;
  readonly many: (name: string) => readonly string[];
  readonly names: readonly string[];
};

/** Reads the body of a request. */
export function formBody(body: unknown): FormBody {
  const sent = typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const many = (name: string): readonly string[] => {
    const value = sent[name];
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  };
  const text = (name: string): string => (many(name)[0] ?? "").replaceAll("\r\n", "\n");
  return { one: (name) => text(name).trim(), text, many, names: Object.keys(sent) };
}

/** A whole number sent with a form: an id or a version; -1 when it is none. */
export function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
