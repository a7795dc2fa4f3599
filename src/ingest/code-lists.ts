/** Reads catalogue/reference/codes/: one code list a file, or the file and line of the fault. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Code, type CodeList, foldSpelling } from "../domain/codes.ts";
import { AppError } from "../domain/errors.ts";

const name = z.string().min(1);

const codeListFile = z.strictObject({
  list: name,
  source: name,
  codes: z.record(
    name,
    z.strictObject({
      words: name,
      from_year: z.int().optional(),
      to_year: z.int().optional(),
      class: name.optional(),
      becomes: name.optional(),
    }),
  ),
  spellings: z.record(name, name).default({}),
  patterns: z.array(z.strictObject({ match: name, code: name })).default([]),
});

type CodeListFile = z.infer<typeof codeListFile>;

const FOLDER = ["reference", "codes"];

/**
 * Every code list of a catalogue, by name.
 *
 * @throws AppError RETURN_INVALID with file and line
 */
export function readCodeLists(catalogueDir: string): ReadonlyMap<string, CodeList> {
  const folder = join(catalogueDir, ...FOLDER);
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return new Map(files.sort().map((file) => [file.slice(0, -".yaml".length), readCodeList(folder, file)]));
}

function readCodeList(folder: string, file: string): CodeList {
  const path = join(folder, file);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  const lineOf = (at: readonly PropertyKey[]): number => {
    const node = document.getIn(at, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? lines.linePos(node.range[0]).line : 1;
  };
  const fault = document.errors[0];
  if (fault !== undefined) throw invalid(path, lines.linePos(fault.pos[0]).line, fault.message.split("\n")[0] ?? "");
  const parsed = codeListFile.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(path, lineOf(issue?.path ?? []), `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { data } = parsed;
  if (`${data.list}.yaml` !== file) throw invalid(path, lineOf(["list"]), `the list is named "${data.list}"`);
  for (const [code, { becomes }] of Object.entries(data.codes))
    if (becomes !== undefined && !(becomes in data.codes))
      throw invalid(path, lineOf(["codes", code]), `${code} becomes ${becomes}, which is not a code of the list`);
  for (const [spelling, code] of Object.entries(data.spellings))
    if (!(code in data.codes))
      throw invalid(path, lineOf(["spellings", spelling]), `"${spelling}" stands for ${code}, which is not a code`);
  return listOf(data);
}

function listOf({ list, source, codes, spellings, patterns }: CodeListFile): CodeList {
  const all: readonly Code[] = Object.entries(codes).map(([code, { words, from_year, to_year, ...rest }]) => ({
    code,
    words,
    ...(from_year === undefined ? {} : { fromYear: from_year }),
    ...(to_year === undefined ? {} : { toYear: to_year }),
    ...(rest.class === undefined ? {} : { class: rest.class }),
    ...(rest.becomes === undefined ? {} : { becomes: rest.becomes }),
  }));
  const byFold = new Map<string, string>();
  const add = (spelling: string, code: string): void => {
    const fold = foldSpelling(spelling);
    if (fold !== "" && !byFold.has(fold)) byFold.set(fold, code);
  };
  for (const { code } of all) add(code, code);
  for (const { code, words } of all) add(words, code);
  for (const [spelling, code] of Object.entries(spellings)) add(spelling, code);
  return {
    name: list,
    source,
    codes: new Map(all.map((code) => [code.code, code])),
    byFold,
    patterns: patterns.map(({ match, code }) => ({ match: new RegExp(match, "i"), code })),
  };
}

function invalid(path: string, line: number, what: string): AppError {
  return new AppError("RETURN_INVALID", `${path} line ${line}: ${what}.`, "Mend the code list.");
}
