/** The rules shipped with the catalogue hold on a made-up authority, loaded through the real readers. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { WindowId } from "../src/domain/period.ts";
import { evaluateReconciliation } from "../src/domain/reconciliation/evaluate.ts";
import { prepareDemo } from "../src/services/prepare-demo.ts";
import { scoreFigures } from "../src/services/score-figures.ts";
import { openWorkspace, type Workspace } from "../src/services/workspace.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-reconciliation-"));
const catalogue = ["catalogue"];
let workspace: Workspace;

before(async () => {
  const options = join(folder, "authority.yaml");
  writeFileSync(
    options,
    "authorities: 1\nauthorityNames: [Wexcombe]\nchildren: 500\nmonths: 24\nendsOn: 2026-03-31\nseed: sums\nformat: ssd\ndirtyShare: 0\n",
  );
  const data = join(folder, "data");
  await prepareDemo({
    data,
    catalogue,
    options,
    at: new Date("2026-04-02T09:00:00Z"),
    say: () => {},
    report: () => {},
  });
  workspace = openWorkspace({ data, catalogue });
});

after(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const WINDOWS: readonly WindowId[] = ["in-month", "quarter", "year-to-date", "rolling-12-months"];

for (const window of WINDOWS)
  test(`every shipped rule that can be checked holds on the made-up authority, ${window}`, async () => {
    const measures = [...workspace.catalogue.measures.values()].filter(({ timeBasis }) => timeBasis.includes(window));
    const figures = await scoreFigures(workspace, {
      measures: measures.map(({ id }) => id),
      window,
      from: "2025-04-01",
      to: "2026-03-31",
    });
    const rules = [...workspace.catalogue.reconciliation.values()];
    const outcome = evaluateReconciliation(rules, figures, { measures: workspace.catalogue.measures });
    assert.ok(outcome.checked > 100, `only ${outcome.checked} were checked`);
    assert.deepEqual(
      outcome.findings.map(({ sentence }) => sentence),
      [],
    );
  });
