/** One command line of `waymark` over a small made-up data folder of forty contacts: what it printed and how it ended. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../src/cli/main.ts";

export type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs command lines over the folder's data; words are split at spaces, quoted ones kept whole. */
export function waymarkOver(root: string): (line: string) => Promise<Ended> {
  return async (line) => {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const said = { out: "", err: "" };
    const code = await run([...words, "--data", join(root, "data")], {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      isTerminal: false,
      progress: { report: () => undefined, clear: () => undefined },
      clock: () => new Date("2026-04-20T10:00:00Z"),
      user: "An analyst",
    });
    return { code, ...said };
  };
}

/** Forty contacts of the first three months of 2026. */
export async function loadContacts(root: string): Promise<void> {
  const contacts = Array.from(
    { length: 40 },
    (_, index) => `C${index},2026-0${(index % 3) + 1}-1${index % 10},P${index},2026-0${(index % 3) + 1}-1${index % 10}`,
  );
  const file = join(root, "contact.csv");
  writeFileSync(file, ["contact_id,date,person_id,decision_date", ...contacts, ""].join("\n"));
  const loaded = await waymarkOver(root)(`load ${file} --authority Wexcombe`);
  assert.equal(loaded.code, 0, loaded.err);
}
