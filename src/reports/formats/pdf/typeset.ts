/** Typst at work, away from the thread that answers pages: report.json and pictures in, a PDF out. */
import { readFileSync } from "node:fs";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { withAccessibleMark } from "./archive.ts";
import { readObjects, writeObjects } from "./pdf-objects.ts";
import { withRowHeaders } from "./row-headers.ts";
import { withoutSigns } from "./signs.ts";

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

/** Signs are found all at once; what replaces them can be found wanting only in theory. */
const MOST_ATTEMPTS = 4;

/** @returns the PDF @throws Error with Typst's own words */
export function typeset(request: TypesetRequest): Uint8Array {
  const { folder, fonts, pictures, isArchive } = request;
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [...fonts] }] });
  for (const [name, svg] of pictures) compiler.mapShadow(`${folder}/${name}`, Buffer.from(svg));
  try {
    const pdf = withRowHeaders(readObjects(attempt(compiler, request, MOST_ATTEMPTS)));
    return writeObjects(isArchive ? withAccessibleMark(pdf) : pdf);
  } finally {
    // What Typst remembers of one report is of no use to the next, and would stay for ever.
    compiler.evictCache(0);
  }
}

function attempt(compiler: NodeCompiler, request: TypesetRequest, attempts: number): Uint8Array {
  const document = compiled(compiler, request);
  const { madeAt, isArchive, json } = request;
  try {
    const pdf = compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: madeAt });
    // An archive's copy is made once the stricter rules of accessibility are met.
    return isArchive ? compiler.pdf(document, { pdfStandard: "a-3a", creationTimestamp: madeAt }) : pdf;
  } catch (fault) {
    const shown = withoutSigns(json, String(fault));
    if (shown === json || attempts === 1) throw fault;
    return attempt(compiler, { ...request, json: shown }, attempts - 1);
  }
}

function compiled(compiler: NodeCompiler, { folder, json }: TypesetRequest): NodeTypstDocument {
  compiler.mapShadow(`${folder}/report.json`, Buffer.from(json));
  const answer = compiler.compile({ mainFileContent: readFileSync(`${folder}/report.typ`, "utf8") });
  if (answer.result !== null) return answer.result;
  const error = answer.takeError();
  throw new Error(error === null ? "Typst said nothing." : JSON.stringify(compiler.fetchDiagnostics(error)));
}
