/** The few files every page needs, made once at start: GOV.UK's styles and script, ours after them, each under a name that changes with its content. */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { AppError } from "../../domain/errors.ts";

export type Asset = {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
};

export type Assets = {
  readonly stylesheet: string;
  readonly script: string;
  readonly icon: string;
  readonly byUrl: ReadonlyMap<string, Asset>;
};

/** Where our own styles and script may lie: beside this file in the source, beside or near the one file of a built release. */
const OWN_FOLDERS: readonly string[] = ["..", "web", "../src/web"].map((path) => join(import.meta.dirname, path));

/** Reads, joins and names the assets. */
export function buildAssets(): Assets {
  const folder = OWN_FOLDERS.find((one) => existsSync(join(one, "assets/start.js")));
  if (folder === undefined)
    throw new AppError(
      "INTERNAL",
      `The web application's own files are not near ${import.meta.dirname}.`,
      "Install Waymark again.",
    );
  const govuk = dirname(createRequire(import.meta.url).resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css"));
  const read = (file: string) => readFileSync(file, "utf8");

  const library = asset("govuk-frontend.js", "text/javascript", withoutMap(read(join(govuk, "govuk-frontend.min.js"))));
  const script = asset(
    "start.js",
    "text/javascript",
    read(join(folder, "assets/start.js")).replace("GOVUK_FRONTEND_URL", `./${basename(library.url)}`) +
      enhancements(folder).map(read).map(asBlock).join(""),
  );
  const stylesheet = asset(
    "waymark.css",
    "text/css",
    withoutGovukIdentity(withoutMap(read(join(govuk, "govuk-frontend.min.css")))) +
      ownStyles(folder).map(read).join("\n"),
  );
  const icon = asset("icon.svg", "image/svg+xml", read(join(folder, "assets/icon.svg")));
  return {
    stylesheet: stylesheet.url,
    script: script.url,
    icon: icon.url,
    byUrl: new Map([library, script, stylesheet, icon].map((one) => [one.url, one])),
  };
}

/** Small scripts beside the component or page they better; every page is complete without them. */
function enhancements(folder: string): readonly string[] {
  return globSync("**/*.enhance.js", { cwd: folder })
    .sort()
    .map((file) => join(folder, file));
}

/** Names of one script stay its own. */
function asBlock(script: string): string {
  return `\n{\n${script}\n}\n`;
}

/** Ours in a fixed order: the base first, then each component's and page's, which never depend on each other's order. */
function ownStyles(folder: string): readonly string[] {
  const all = globSync("**/*.css", { cwd: folder }).map((file) => join(folder, file));
  return all.sort((a, b) => Number(b.endsWith("base.css")) - Number(a.endsWith("base.css")) || (a < b ? -1 : 1));
}

/**
 * GOV.UK's typeface, crown and crest belong to GOV.UK alone: services elsewhere must use another typeface.
 * Without the rules that name them no font or crest can be fetched at all.
 */
function withoutGovukIdentity(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, "")
    .replaceAll("GDS Transport,arial,sans-serif", "Arial,Liberation Sans,Helvetica,sans-serif")
    .replace(/[^{}]*govuk-footer__copyright-logo[^{}]*\{[^}]*\}/g, "");
}

function withoutMap(text: string): string {
  return text.replace(/\n?(\/\/|\/\*)# sourceMappingURL=.*$/m, "");
}

function asset(name: string, type: string, text: string): Asset {
  const body = Buffer.from(text);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  const url = `/assets/${name.replace(/(\.\w+)$/, `.${hash}$1`)}`;
  const charset = type.startsWith("image/") ? "" : "; charset=utf-8";
  return { url, type: type + charset, body, gzip: gzipSync(body), brotli: brotliCompressSync(body) };
}
