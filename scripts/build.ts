/** Builds dist/: the command line and the web application as plain JavaScript, so that a release needs no compiler. */
import { chmodSync, rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: {
    waymark: "src/cli/main.ts",
    "pdf-worker": "src/reports/formats/pdf/worker.ts",
    "word-worker": "src/reports/formats/docx/worker.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  packages: "external",
  jsx: "automatic",
  jsxImportSource: "preact",
  sourcemap: true,
  logLevel: "warning",
});
chmodSync("dist/waymark.js", 0o755);
