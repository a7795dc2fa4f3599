/** Files of a folder that prove themselves: the SHA-256 of each, and of the list of them. */
import { createHash } from "node:crypto";

export type NamedBytes = { readonly path: string; readonly bytes: Uint8Array };

/** Lines of SHA-256 and path, in order of path, as `sha256sum --check` reads them. */
export function checksumLines(files: readonly NamedBytes[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .join("");
}

/** One checksum over all: that of the lines. */
export function checksumOf(files: readonly NamedBytes[]): string {
  return sha256(Buffer.from(checksumLines(files), "utf8"));
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
