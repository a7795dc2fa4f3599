/** Puts an approved definition where Waymark reads it: a file of the authority's own catalogue, a target in the store, or a load. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AppError } from "../../domain/errors.ts";
import { type DefinitionVersion, listVersions } from "../../store/definition-version.ts";
import { readSettings } from "../../store/setting.ts";
import type { By } from "../../store/store.ts";
import { settingsOf } from "../judgement-inputs.ts";
import { loadReturn } from "../load-return.ts";
import { setCheckedTarget } from "../typed.ts";
import type { DefinitionDesk } from "./kinds.ts";
import { readTargetText } from "./target-text.ts";

/** Does it, so that the next question is asked of the new definition. */
export async function putInForce(desk: DefinitionDesk, by: By, version: DefinitionVersion): Promise<void> {
  const { kind, path } = version;
  if (path !== "") writeDefinition(desk.data, version);
  else if (kind === "target") await setTarget(desk, by, version);
  else await loadTable(desk, by, version);
  const workspace = desk.live.lookAgain();
  // Bank holidays and loads make a new generation: it is made ready now, so that nobody's page waits for it.
  if (kind === "calendar" && workspace.manifests.length > 0) await workspace.open();
}

/** The folder of the authority's own catalogue. */
export function ownCatalogue(data: string): string {
  return join(data, "catalogue");
}

/** Writes every approved file that is not there: after a restore of the store alone, or a stop between approval and writing. */
export async function layOutMissing({
  store,
  data,
}: Pick<DefinitionDesk, "store" | "data">): Promise<readonly string[]> {
  const latest = new Map<string, DefinitionVersion>();
  for (const version of await listVersions(store))
    if (version.path !== "" && !latest.has(version.path)) latest.set(version.path, version);
  const missing = [...latest.values()].filter(({ path }) => !existsSync(join(ownCatalogue(data), path)));
  for (const version of missing) writeDefinition(data, version);
  return missing.map(({ path }) => path);
}

/** Whether the file of an approved version says something else by now: somebody changed it by hand. */
export function wasChangedByHand(
  data: string,
  { path, content }: Pick<DefinitionVersion, "path" | "content">,
): boolean {
  const file = join(ownCatalogue(data), path);
  return path !== "" && (!existsSync(file) || readFileSync(file, "utf8") !== content);
}

/** Whole or not at all: a reader never sees half a file. */
function writeDefinition(data: string, { path, content }: Pick<DefinitionVersion, "path" | "content">): void {
  const file = join(ownCatalogue(data), path);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content, { flush: true });
  renameSync(draft, file);
}

async function setTarget(desk: DefinitionDesk, by: By, { subject, content, reason }: DefinitionVersion): Promise<void> {
  const read = readTargetText(content);
  if ("faults" in read)
    throw new AppError("TARGET_INVALID", read.faults.map(({ message }) => message).join(" "), "Mend the draft.");
  const [scorecard = "", ...rest] = subject.split(" ");
  const { target, bands, ...rules } = read.parts;
  // A target taken away is one of no words, so that the scorecard's own does not come back by itself.
  await setCheckedTarget(desk.store, desk.live.current().catalogue, by, {
    scorecard,
    reference: rest.join(" "),
    target: { ...(target ?? { text: "" }), reason: target?.reason ?? reason },
    bands,
    ...rules,
  });
}

const RETURNS: Readonly<Record<string, string>> = { neighbours: "statistical-neighbours", population: "population" };

async function loadTable(
  { store, live, data, catalogue }: DefinitionDesk,
  by: By,
  version: DefinitionVersion,
): Promise<void> {
  const { kind, content } = version;
  const folder = mkdtempSync(join(tmpdir(), "waymark-table-"));
  const file = join(folder, `${kind}-version-${version.version}.csv`);
  const { authorities } = live.current().manifests.length === 0 ? { authorities: [] } : await live.current().open();
  const authority = authorities[0] ?? settingsOf(await readSettings(store)).authority;
  try {
    writeFileSync(file, content);
    const outcome = await loadReturn({
      paths: [file],
      authority: authority ?? "Reference",
      data,
      catalogue,
      return: RETURNS[kind] ?? kind,
      strict: true,
      by: by.actor,
      at: new Date(by.at),
      report: () => undefined,
    });
    if (outcome.status === "refused")
      throw new AppError(
        "LOAD_REFUSED",
        `The table was approved but could not be loaded: ${outcome.issues[0]?.message ?? "its rows could not be kept"}`,
        "Begin a new draft from the version, mend it and have it approved.",
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
