/** The trial's past: a newcomer who signs in as the team manager finds an action of last month and whether it worked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { challengeDemo } from "../../src/services/challenge/challenge-demo.ts";
import { listActions } from "../../src/store/challenge-action.ts";
import { listSessions } from "../../src/store/challenge-session.ts";
import { NOW, openCouncil } from "./council.ts";

test("the demonstration has a session held last month, one to come, and an action the team manager owns", async () => {
  const council = await openCouncil();
  try {
    const { data, catalogue } = council.desk;
    const said: string[] = [];
    await challengeDemo({ data, catalogue, store: council.store, at: NOW, say: (text) => said.push(text) });
    assert.deepEqual(said, ["Holding last month's challenge session …"]);
    const sessions = await listSessions(council.store);
    assert.deepEqual(
      sessions.map(({ state, heldOn }) => [state, heldOn]),
      [
        ["planned", "2026-04-14"],
        ["held", "2026-02-28"],
      ],
    );
    const [own] = await listActions(council.store);
    assert.ok(own?.owner !== null);
    assert.equal(own?.linked?.agreedFigure?.status, "value");
    const director = await council.as("approver");
    const page = await director.get(`/actions/${own?.id}`);
    assert.match(page.body, /Six of nine cases have a day\./);
    assert.match(page.body, />(Worked|Not yet|Worse)</);
  } finally {
    await council.close();
  }
});
