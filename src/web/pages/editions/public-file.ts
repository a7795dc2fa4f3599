/** Which files of an edition the web may give out, and as what: its public ones only. */
import { createHash } from "node:crypto";

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

/** Where a public file is kept and its type; `null` for any name that is not a plain name of a file to download. */
export function publicFile(name: string): { readonly path: string; readonly type: string } | null {
  // Folders, dots that climb and hidden files cannot be written in such a name.
  const [, ending] = /^[a-z0-9][a-z0-9-]*\.([a-z]+)$/.exec(name) ?? [];
  const type = ending === undefined ? undefined : TYPES[ending];
  return type === undefined ? null : { path: `public/${name}`, type };
}

/** The policy of a frozen page: its own styles, known by their content, and nothing else. */
export function frozenPagePolicy(html: string): string {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  const allowed = styles.length === 0 ? "'none'" : styles.join(" ");
  return `default-src 'none'; style-src ${allowed}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;
}
