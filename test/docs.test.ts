/** Documents that cannot rot: the README's commands are run, every link leads somewhere, every command and ADR is listed. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "waymark-docs-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "GLOSSARY.md",
  "CHANGELOG.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** Lines of the README's examples that begin with "$ waymark". */
function readmeCommands(): readonly string[] {
  return [...readFileSync("README.md", "utf8").matchAll(/^\s+\$ (waymark .+?)(?:\s{2,}#.*)?$/gm)].map(([, line = ""]) =>
    line.trim(),
  );
}

test("the README's commands run, in the order they stand, and print what a reader is promised", () => {
  const commands = readmeCommands();
  assert.ok(commands.length >= 4, commands.join("\n"));
  const binary = join(process.cwd(), "dist", "waymark.js");
  assert.ok(existsSync(binary), "npm test builds before it tests");
  for (const command of commands) {
    const run = spawnSync("bash", ["-c", command.replace(/^waymark/, `"${process.execPath}" "${binary}"`)], {
      cwd: folder,
      encoding: "utf8",
      timeout: 120_000,
    });
    assert.equal(run.status, 0, `${command}\n${run.stdout}\n${run.stderr}`);
    assert.ok(run.stdout.trim().length > 0, `${command} prints something`);
  }
});

test("every relative link of every document leads to a file", () => {
  const broken = documents.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .filter(([, target = ""]) => !existsSync(join(dirname(path), target)))
      .map(([, target]) => `${path} -> ${target}`),
  );
  assert.deepEqual(broken, []);
});

test("every file a document names in backquotes is there", () => {
  const missing = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/`((?:src|test|catalogue|docs|demo|scripts)\/[\w./-]+)`/g)]
      .filter(([, target = ""]) => !existsSync(target))
      .map(([, target]) => `${path} names ${target}`),
  );
  assert.deepEqual(missing, []);
});

test("README and ARCHITECTURE stay short, and an ADR shorter", () => {
  const limits = [
    ["README.md", 120],
    ["ARCHITECTURE.md", 120],
    ...readdirSync("docs/adr").map((name) => [join("docs/adr", name), 40] as const),
  ] as const;
  for (const [path, limit] of limits)
    assert.ok(readFileSync(path, "utf8").split("\n").length <= limit, `${path} has more than ${limit} lines`);
});

test("every command has help with an example", async () => {
  const { program } = await import("../src/cli/main.ts");
  let help = "";
  const context = {
    out: (text: string) => {
      help += text;
    },
    err: () => undefined,
    isTerminal: false,
    progress: { report: () => undefined, clear: () => undefined },
    clock: () => new Date(0),
    user: "",
  };
  for (const command of program(context).commands) {
    help = "";
    command.outputHelp();
    assert.match(help, /Examples:\n\s+\$ waymark /, command.name());
  }
});

test("the changelog has an Unreleased heading and one for measure definitions", () => {
  assert.match(readFileSync("CHANGELOG.md", "utf8"), /## Unreleased[\s\S]+### Measure definitions/);
});
