/** The made-up authority as Standard Safeguarding Dataset extracts, with the facts it lacks beside them. */
import { join } from "node:path";
import { makeRandom } from "../prng.ts";
import { plain, yesNo } from "./cell.ts";
import { csvFolder } from "./csv.ts";
import { makeDirt } from "./dirt.ts";
import type { Layout } from "./layout.ts";
import { BESIDE_SSD, localWriter } from "./local.ts";
import { putCare } from "./ssd-care.ts";
import { DEPARTMENT, PROFESSIONALS, SSD_LAYOUTS } from "./ssd-layouts.ts";
import { putLeavingCare } from "./ssd-leaving.ts";
import { putNeed } from "./ssd-need.ts";
import { putPerson } from "./ssd-person.ts";
import { putProtection } from "./ssd-protection.ts";
import type { AuthorityWriter, Put, WriterContext } from "./writer.ts";

/** Opens `<folder>/ssd` and `<folder>/local`. */
export function ssdWriter(context: WriterContext): AuthorityWriter {
  const { authority, folder, dirtyShare, faults } = context;
  const files = csvFolder(join(folder, "ssd"));
  const local = localWriter(context, BESIDE_SSD);
  const dirt = makeDirt(dirtyShare, faults);
  for (const each of SSD_LAYOUTS) files.declare(each);
  let random = makeRandom("");
  const put: Put = (layout: Layout, row: string[]) => {
    for (const each of dirt(layout, row, random)) files.add(layout, each);
  };
  return {
    child(life, own) {
      random = own;
      putPerson(put, life, authority.to);
      putNeed(put, life);
      putProtection(put, life);
      putCare(put, life, authority.to);
      putLeavingCare(put, life);
      local.child(life, own);
    },
    async flush() {
      await files.flush();
      await local.flush();
    },
    async close() {
      putStaff(files.add, context);
      return { ...(await files.close()), ...(await local.close()) };
    },
  };
}

function putStaff(add: Put, { authority }: WriterContext): void {
  for (const { team_id, name, parent_id, service } of authority.teams)
    add(DEPARTMENT, [team_id, name, parent_id, service.replaceAll("_", " ")]);
  for (const worker of authority.workers) {
    const { worker_id, registration, title, team_id, fte, agency } = worker;
    add(PROFESSIONALS, [worker_id, worker_id, "", plain(registration), title, "", team_id, plain(fte), yesNo(agency)]);
  }
}
