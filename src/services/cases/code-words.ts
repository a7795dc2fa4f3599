/** Codes of the returns in words, for lists that people read. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCodeLists } from "../../ingest/code-lists.ts";
import type { Workspace } from "../workspace.ts";

/** The words of a code of a list; the code itself where no list knows it. */
export type CodeWords = (list: string, code: string) => string;

const known = new WeakMap<Workspace, CodeWords>();

/** Reads the catalogue's code lists once for each state of it; a later folder's list wins. */
export function codeWordsOf(workspace: Workspace): CodeWords {
  const earlier = known.get(workspace);
  if (earlier !== undefined) return earlier;
  const lists = new Map(
    workspace.catalogueFolders
      .filter((folder) => existsSync(join(folder, "reference", "codes")))
      .flatMap((folder) => [...readCodeLists(folder)]),
  );
  const words: CodeWords = (list, code) => lists.get(list)?.codes.get(code)?.words ?? code;
  known.set(workspace, words);
  return words;
}
