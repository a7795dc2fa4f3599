/** Typst at work, away from the thread that answers pages: report.json and pictures in, a PDF out. */
import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { withAccessibleMark } from "./archive.ts";
import { readObjects, writeObjects } from "./pdf-objects.ts";
import { withRowHeaders } from "./row-headers.ts";

export type TypesetRequest = {
  /** Where report.typ lies; pictures and data are given, not read from the disk. */
  readonly folder: string;
  readonly fonts: readonly string[];
  readonly json: string;
  readonly pictures: readonly (readonly [name: string, svg: string])[];
  /** Also PDF/A-3a. */
  readonly isArchive: boolean;
  /** Seconds since 1970; the same report gives the same bytes. */
  readonly madeAt: number;
};

/** More kinds of sign than this that no font has would be another alphabet, not a stray sign. */
const MOST_SIGNS_REPLACED = 200;

/** @returns the PDF @throws Error with Typst's own words */
export function typeset(request: TypesetRequest): Uint8Array {
  let json = request.json;
  for (let replaced = 0; replaced < MOST_SIGNS_REPLACED; replaced++) {
    const { pdf, missing } = attempt({ ...request, json });
    if (pdf !== null) return finished(pdf, request);
    json = withoutSign(json, missing);
  }
  throw new Error("The report holds too many signs that no font has.");
}

function finished(pdf: Uint8Array, { isArchive }: TypesetRequest): Uint8Array {
  const tagged = withRowHeaders(readObjects(pdf));
  return writeObjects(isArchive ? withAccessibleMark(tagged) : tagged);
}

type Attempt = { readonly pdf: Uint8Array; readonly missing: "" } | { readonly pdf: null; readonly missing: string };

function attempt({ folder, fonts, json, pictures, isArchive, madeAt }: TypesetRequest): Attempt {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [...fonts] }] });
  compiler.mapShadow(`${folder}/report.json`, Buffer.from(json));
  for (const [name, svg] of pictures) compiler.mapShadow(`${folder}/${name}`, Buffer.from(svg));
  const compiled = compiler.compile({ mainFileContent: readFileSync(`${folder}/report.typ`, "utf8") });
  if (compiled.result === null) {
    const error = compiled.takeError();
    throw new Error(error === null ? "Typst said nothing." : JSON.stringify(compiler.fetchDiagnostics(error)));
  }
  try {
    const pdf = compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: madeAt });
    // An archive's copy is made once the stricter rules of accessibility are met.
    return {
      pdf: isArchive ? compiler.pdf(compiled.result, { pdfStandard: "a-3a", creationTimestamp: madeAt }) : pdf,
      missing: "",
    };
  } catch (fault) {
    const missing = /the text `\\?"(.+?)\\?"` could not be displayed/.exec(String(fault))?.[1];
    if (missing === undefined) throw fault;
    return { pdf: null, missing: unescaped(missing) };
  }
}

const SIGNS = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** A sign no font has is named by its numbers, so that a reader sees that something stood there; whatever is joined to it goes with it. */
function withoutSign(json: string, missing: string): string {
  const changed = JSON.stringify(
    JSON.parse(json, (_, value: unknown) => (typeof value === "string" ? named(value, missing) : value)),
  );
  if (changed === json) throw new Error(`No font has the sign ${numbers(missing)}.`);
  return changed;
}

function named(text: string, missing: string): string {
  if (!text.includes(missing)) return text;
  return [...SIGNS.segment(text)]
    .map(({ segment }) => (segment.includes(missing) ? numbers(segment) : segment))
    .join("");
}

function numbers(sign: string): string {
  return [...sign]
    .map((one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`)
    .join("");
}

/** Typst writes signs it cannot print as Rust does: \u{200d}. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
