/** The code lists of the catalogue: which codes a column may hold. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

const FOLDER = "catalogue/reference/codes";

/** Codes of every list, by the list's name; those that became another code are left out. */
export function readCodeLists(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => {
        const list = parse(readFileSync(join(FOLDER, file), "utf8")) as {
          readonly codes?: Readonly<Record<string, { readonly becomes?: string } | null>>;
        };
        const codes = Object.entries(list.codes ?? {}).filter(([, code]) => code?.becomes === undefined);
        return [basename(file, ".yaml"), codes.map(([code]) => code)] as const;
      }),
  );
}
