/** The how-to page on importing a scorecard: its file, its map and its commands, as they stand on the page, work and find what it says. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "waymark-how-to-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const page = readFileSync("docs/how-to/import-your-scorecard.md", "utf8");

for (const [, name = "", content = ""] of page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```/gm))
  writeFileSync(join(folder, name), content);

function run(command: string): string {
  const [, ...words] = command.split(" ");
  const main = join(process.cwd(), "src/cli/main.ts");
  const tsx = join(process.cwd(), "node_modules/tsx/dist/loader.mjs");
  const done = spawnSync(process.execPath, ["--import", tsx, main, ...words], { cwd: folder, encoding: "utf8" });
  assert.equal(done.status, 0, `${command}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

test("the page's commands run in their order and show what it says", () => {
  const commands = [...page.matchAll(/^\$ (waymark .+)$/gm)].map(([, command = ""]) => command);
  assert.equal(commands.length, 3);
  const [looked = "", imported = "", scored = ""] = commands.map(run);
  assert.match(looked, /Nothing has been changed/);
  assert.match(looked, /SUPPRESSED_RECOVERABLE[^\n]*\n\s+2\.1/);
  assert.match(looked, /POLARITY_ASSUMED[^\n]*\n\s+1\.10/);
  assert.doesNotMatch(looked, /COMMENT_FACT_WRONG/);
  assert.match(imported, /Made the scorecard our-card and 5 measures; 1 comments? added/);
  assert.doesNotMatch(imported, /POLARITY_ASSUMED/);
  assert.match(scored, /1\.10 .*91\.0%.*90%.*Green/);
});
