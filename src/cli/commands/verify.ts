/** `waymark verify`: proves that logs and editions are as they were written. */
import type { Command } from "commander";
import { AppError } from "../../domain/errors.ts";
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
  const broken = checks.filter(({ faults }) => faults.length > 0);
  const format = formatOf(options);
  context.out(
    writeRows(
      checks.map(({ subject, found, faults }) => ({
        subject,
        holds: faults.length === 0 ? "yes" : "no",
        found: faults.length === 0 ? found : faults.join("; "),
      })),
      format,
    ),
  );
  if (broken.length > 0)
    throw new AppError(
      "STORE_DAMAGED",
      broken.map(({ subject, faults }) => `${subject}: ${faults.join("; ")}.`).join(" "),
      "Keep this store as it is for whoever looks into it, and compare it with its backups.",
    );
}

async function checksOf(
  { edition, folder, again, ...options }: Options,
  context: CommandContext,
): Promise<readonly Check[]> {
  const { verifyFolder } = await import("../../services/verify-folder.ts");
  const own = folder === undefined ? null : verifyFolder(folder);
  if (own !== null && edition === undefined) return [own];
  const { verifyFolderIsEdition, verifyStore } = await import("../../services/verify.ts");
  return withStore(options, context, async (store) => [
    ...(await verifyStore(store, edition)),
    ...(own === null || edition === undefined ? [] : [own, await verifyFolderIsEdition(store, edition, own.checksums)]),
    ...(again === true && edition !== undefined ? [await madeAgain(edition)] : []),
  ]);

  async function madeAgain(id: string): Promise<Check> {
    const { rePerformEdition } = await import("../../services/re-perform-edition.ts");
    const workspace = await workspaceOf(options, context);
    try {
      return await withStore(options, context, async (store) => {
        const { files, waymark } = await rePerformEdition(workspace, store, id);
        return {
          subject: `edition ${id} made again`,
          found: `${files.length} files, the same bytes`,
          faults: files.flatMap(({ path, isSame }) =>
            isSame ? [] : [`${path} comes out otherwise (it was made with Waymark ${waymark})`],
          ),
        };
      });
    } finally {
      workspace.close();
    }
  }
}
