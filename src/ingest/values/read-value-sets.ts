/** Reads catalogue/reference/spellings/: one value set a file, or the file and line of the fault. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { NOT_A_VALUE, type ValueSet, valueNamed } from "./value-set.ts";

const name = z.string().min(1);

const valueSetFile = z.strictObject({
  set: name,
  words: name,
  /** Classes by name: their codes, and the code for values that name the class only. */
  classes: z.record(name, z.strictObject({ codes: z.array(name).default([]), as: name.optional() }).nullable()),
  /** In order: [code or class, pattern]; patterns see lower case and plain punctuation. */
  rules: z.array(z.tuple([name, name])),
});

const FOLDER = ["reference", "spellings"];

/**
 * Every value set of a catalogue, by name.
 *
 * @throws AppError RETURN_INVALID with file and line
 */
export function readValueSets(catalogueDir: string): ReadonlyMap<string, ValueSet> {
  const folder = join(catalogueDir, ...FOLDER);
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return new Map(files.sort().map((file) => [file.slice(0, -".yaml".length), readValueSet(join(folder, file), file)]));
}

function readValueSet(path: string, file: string): ValueSet {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  const lineOf = (at: readonly PropertyKey[]): number => {
    const node = document.getIn(at, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? lines.linePos(node.range[0]).line : 1;
  };
  const fault = document.errors[0];
  if (fault !== undefined) throw invalid(path, lines.linePos(fault.pos[0]).line, fault.message.split("\n")[0] ?? "");
  const parsed = valueSetFile.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(path, lineOf(issue?.path ?? []), `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { set, classes, rules } = parsed.data;
  if (`${set}.yaml` !== file) throw invalid(path, lineOf(["set"]), `the set is named "${set}"`);
  const known = Object.entries(classes).map(([each, given]) => ({
    name: each,
    codes: given?.codes ?? [],
    ...(given?.as === undefined ? {} : { as: given.as }),
  }));
  for (const [index, [to]] of rules.entries())
    if (to !== NOT_A_VALUE && !to.includes("$1") && valueNamed({ classes: known }, to) === undefined)
      throw invalid(path, lineOf(["rules", index]), `"${to}" is neither a class nor a code of the set`);
  return {
    name: set,
    classes: known,
    rules: rules.map(([to, match], index) => ({ to, match: pattern(match, path, () => lineOf(["rules", index])) })),
  };
}

function pattern(match: string, path: string, line: () => number): RegExp {
  const made = patternOrNull(match);
  if (made === null) throw invalid(path, line(), `"${match}" is not a pattern`);
  // An alternative left empty ("a||b") would take every spelling there is.
  if (made.test("")) throw invalid(path, line(), `"${match}" matches everything`);
  return made;
}

function patternOrNull(match: string): RegExp | null {
  try {
    return new RegExp(match);
  } catch {
    return null;
  }
}

function invalid(path: string, line: number, what: string): AppError {
  return new AppError("RETURN_INVALID", `${path} line ${line}: ${what}.`, "Mend the value set.");
}
