/** The text of a report's files as programs that are not ours read it: pdftotext, pandoc and LibreOffice. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const TOOLS = { pdftotext: ["-v"], pandoc: ["--version"], soffice: ["--version"] } as const;
export type Tool = keyof typeof TOOLS;

/** Why a test that needs a tool is left out: never where CI installs it. */
export function skipWithout(tool: Tool): string | false {
  return process.env.CI === "true" || spawnSync(tool, [...TOOLS[tool]]).error === undefined
    ? false
    : `not installed: ${tool}`;
}

const run = (command: string, ...options: readonly string[]): string =>
  execFileSync(command, [...options], { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] });

/** In the order the page is written, without the lines that run along every page's top and foot. */
export function pdfText(path: string): string {
  const text = run("pdftotext", "-raw", "-enc", "UTF-8", path, "-");
  const pages = text.split("\f").map((page) => page.trim().split("\n"));
  const [marking] = pages[0] ?? [];
  const isRunning = (line: string, index: number): boolean =>
    / Page \d+ of \d+$/.test(line) || (index === 0 && line === marking);
  const body = pages.map((lines) => lines.filter((line, index) => !isRunning(line, index)).join("\n"));
  return [marking, ...body].join("\n");
}

/** The words of the document pandoc makes of a file, in its order: its own plain text would wrap cells beside each other. */
export function pandocText(path: string, from: "html" | "docx" | "csv"): string {
  const words: string[] = [];
  collect(JSON.parse(run("pandoc", "-f", from, "-t", "json", path)), words);
  return words.join(" ");
}

/** `t` is the kind of a node, `c` what it holds; texts stand in nodes of kind Str and Code. */
function collect(node: unknown, words: string[]): void {
  if (Array.isArray(node)) for (const one of node) collect(one, words);
  else if (typeof node === "object" && node !== null) {
    const { t, c } = node as { readonly t?: unknown; readonly c?: unknown };
    if (t === "Str" && typeof c === "string") words.push(c);
    else if (t === "Code" && Array.isArray(c)) words.push(String(c[1]));
    else for (const one of Object.values(node)) collect(one, words);
  }
}

/** Sheets of a workbook by name, cells as they are shown. */
export type Sheets = ReadonlyMap<string, string>;

/** LibreOffice reads files together, as starting it takes longer than reading. Texts by file name. */
export function officeTexts(paths: readonly string[], folder: string): ReadonlyMap<string, string> {
  convert("txt:Text (encoded):UTF8", paths, folder);
  return new Map(
    paths.map((path) => [path, readFileSync(join(folder, basename(path).replace(/\.docx$/, ".txt")), "utf8")]),
  );
}

/** Workbooks' sheets as comma-separated text, every cell as shown. */
export function officeSheets(paths: readonly string[], folder: string): ReadonlyMap<string, Sheets> {
  convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", paths, folder);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    paths.map((path) => {
      const name = basename(path).replace(/\.xlsx$/, "");
      const own = files.filter((file) => file.startsWith(`${name}-`) && file.endsWith(".csv"));
      const sheets = own.map((file) => [file.slice(name.length + 1, -4), plainCsv(join(folder, file))] as const);
      return [path, new Map(sheets)];
    }),
  );
}

function convert(to: string, paths: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  run("soffice", profile, "--headless", "--convert-to", to, "--outdir", folder, ...paths);
}

function plainCsv(path: string): string {
  return readFileSync(path, "utf8").replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"'));
}
