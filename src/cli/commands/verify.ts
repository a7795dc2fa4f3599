/** `waymark verify`: proves that logs and editions are as they were written. */
import type { Command } from "commander";
import { AppError } from "../../domain/errors.ts";
import type { Store } from "../../services/open-store.ts";
import type { Check } from "../../services/verify.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly edition?: string;
  readonly folder?: string;
  readonly again?: boolean;
};

/** The command and what it takes. */
export function verifyCommand(context: CommandContext): Command {
  const verify = withFormats(command("verify", "Prove that logs and editions are as they were written"))
    .option("--edition <id>", "one edition, in place of all")
    .option("--folder <path>", "an edition written out; on its own it needs no data folder")
    .option("--again", "also make the edition again from what it was made of, and compare the bytes; needs --edition")
    .action(async (options: Options) => runVerify(options, context));
  return withExamples(verify, [
    "waymark verify",
    "waymark verify --edition vital-signs-2026-03-1 --again",
    "waymark verify --folder published/vital-signs-2026-03",
    "waymark verify --folder published/vital-signs-2026-03 --edition vital-signs-2026-03-1 --json",
  ]);
}

async function runVerify(options: Options, context: CommandContext): Promise<void> {
  if (options.again === true && options.edition === undefined)
    throw new AppError("USAGE", "--again is given without an edition.", "Name one: --edition ID.");
  const checks = await checksOf(options, context);
  const format = formatOf(options);
  const rows = checks.map(({ subject, found, faults }) => ({ subject, holds: faults.length === 0, found, faults }));
  const inWords = rows.map(({ subject, holds, found, faults }) => ({
    subject,
    holds: holds ? "yes" : "no",
    found: holds ? found : faults.join("; "),
  }));
  context.out(writeRows(format === "json" ? rows : inWords, format));
  const broken = checks.filter(({ faults }) => faults.length > 0);
  if (broken.length > 0)
    throw new AppError(
      "STORE_DAMAGED",
      broken.map(({ subject, faults }) => `${subject}: ${faults.join("; ")}.`).join(" "),
      "Keep what was checked as it is for whoever looks into it, and compare it with its backup or with another copy.",
    );
}

async function checksOf(options: Options, context: CommandContext): Promise<readonly Check[]> {
  const { edition, folder, again } = options;
  const { verifyFolder } = await import("../../services/verify-folder.ts");
  const given = folder === undefined ? null : verifyFolder(folder);
  if (given !== null && edition === undefined) return [given];
  const { verifyFolderIsEdition, verifyStore } = await import("../../services/verify.ts");
  return withStore(options, context, async (store) => {
    const checks = [...(await verifyStore(store, edition))];
    if (edition === undefined) return checks;
    if (given !== null) checks.push(given, await verifyFolderIsEdition(store, edition, given.checksums));
    if (again === true) checks.push(await madeAgain(edition, store, { options, context }));
    return checks;
  });
}

async function madeAgain(
  id: string,
  store: Store,
  { options, context }: { readonly options: Options; readonly context: CommandContext },
): Promise<Check> {
  const { rePerformEdition } = await import("../../services/re-perform-edition.ts");
  const workspace = await workspaceOf(options, context);
  try {
    const { files, waymark } = await rePerformEdition(workspace, store, id);
    const different = files.filter(({ isSame }) => !isSame);
    return {
      subject: `edition ${id} made again`,
      found: `${files.length} files, the same bytes`,
      faults: different.map(({ path }) => `${path} comes out otherwise (it was made with Waymark ${waymark})`),
    };
  } finally {
    workspace.close();
  }
}
