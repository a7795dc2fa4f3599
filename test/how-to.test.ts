/** The how-to pages are true: their commands run as they stand, in their order, on the made-up authority they name. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const root = mkdtempSync(join(tmpdir(), "waymark-how-to-"));
const ready = join(root, "ready");
const binary = join(process.cwd(), "dist", "waymark.js");
after(() => rmSync(root, { recursive: true, force: true }));

/** Pages that begin by making up the same authority. */
const PAGES = [
  "set-a-target.md",
  "change-a-definition.md",
  "publish-and-correct-an-edition.md",
  "write-a-committee-report.md",
];

function commandsOf(page: string): readonly string[] {
  const text = readFileSync(join("docs/how-to", page), "utf8");
  return [...text.matchAll(/^\s*\$ ((?:WAYMARK_USER=\w+ )?waymark .+)$/gm)].map(([, command = ""]) => command);
}

/** Files a page tells its reader to write: a block that says its name. */
function writeFilesOf(page: string, folder: string): void {
  const text = readFileSync(join("docs/how-to", page), "utf8");
  for (const [, name = "", content = ""] of text.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```/gm))
    writeFileSync(join(folder, name), content);
}

function run(command: string, folder: string): string {
  assert.ok(existsSync(binary), "npm test builds before it tests");
  const line = command.replace(/(^|\s)waymark /, `$1"${process.execPath}" "${binary}" `);
  const done = spawnSync("bash", ["-c", line], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "" },
  });
  assert.equal(done.status, 0, `${command}\n${done.stdout.slice(-2000)}\n${done.stderr}`);
  return done.stdout;
}

before(() => {
  const preparations = PAGES.map((page) => commandsOf(page).slice(0, 2));
  for (const preparation of preparations) assert.deepEqual(preparation, preparations[0]);
  spawnSync("mkdir", ["-p", ready]);
  for (const command of preparations[0] ?? []) run(command, ready);
});

for (const page of PAGES)
  test(`the commands of ${page} run in their order`, () => {
    const folder = join(root, page);
    cpSync(ready, folder, { recursive: true });
    writeFilesOf(page, folder);
    const commands = commandsOf(page).slice(2);
    assert.ok(commands.length > 2);
    for (const command of commands) assert.ok(run(command, folder).trim().length > 0, `${command} prints something`);
  });
