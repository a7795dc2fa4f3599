/** Makes a fresh clone ready: installs what package-lock.json names and builds. Plain JavaScript, because it runs before anything is installed, on Node 20 or later. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = join("node_modules", ".waymark-installed");

/** Installs unless exactly this lock file was installed before. */
export function install() {
  const wanted = createHash("sha256")
    .update(readFileSync("package-lock.json"))
    .update(process.platform)
    .update(process.arch)
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  say("Installing what Waymark needs (once, about half a minute) …");
  // Tools for development are needed to build from source, whatever NODE_ENV says.
  run("npm", ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(STAMP, wanted);
}

/** Builds dist/ from source. */
export function build() {
  run("npm", ["run", "--silent", "build"]);
}

/** Runs a program to its end and stops with its exit code when that is not 0. */
export function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}
