/** Reads payloads of the DfE children's social care daily API (1.0.1), one or many to a file. */
import { isIsoDate } from "../../../domain/dates.ts";
import type { ReadContext, ReturnReader, SourceFile } from "../../contract.ts";
import { decodeHead } from "../../encoding.ts";
import { type JsonFault, readJsonObjects } from "../../formats/json.ts";
import { type JsonStaging, openJsonStaging } from "../../formats/json-shape.ts";
import { issueOf } from "../../issue-codes.ts";
import { DAILY_CHILD } from "./shape.ts";

/** The reader of daily payloads. */
export const dfeDailyApiReader: ReturnReader = {
  id: "dfe-daily-api",
  title: "DfE children's social care daily payload",
  async recognise(file) {
    const text = decodeHead(file.head);
    return /^\s*[[{]/.test(text) && /"la_child_id"\s*:/.test(text);
  },
  async stage(files, context) {
    const staging = await openJsonStaging(DAILY_CHILD, context);
    const latest: Latest = new Map();
    for (const file of files) await stageFile(file, staging, latest, context);
    const asAt =
      context.asked.asAt ??
      files
        .map((file) => dateInName(file.name))
        .sort()
        .at(-1);
    return { ...(asAt === undefined ? {} : { asAt }), tables: staging.tables };
  },
};

/** Where each child was last told of. */
type Latest = Map<unknown, { readonly file: string; readonly row: number }>;

async function stageFile(
  file: SourceFile,
  staging: JsonStaging,
  latest: Latest,
  { issue, progress }: ReadContext,
): Promise<void> {
  let children = 0;
  const faults = await readJsonObjects(file, {
    object(child, no) {
      children++;
      const earlier = latest.get(child.la_child_id);
      if (earlier) issue(issueOf("PAYLOAD_SUPERSEDED", { ...earlier, sheet: "children" }));
      if (typeof child.la_child_id === "string") latest.set(child.la_child_id, { file: file.name, row: no });
      staging.add(file.name, child, no);
    },
    async rest(done) {
      await staging.full();
      progress(Math.min(done, file.bytes), file.bytes, file.name);
    },
  });
  for (const fault of faults) issue(faultIssue(fault, file.name, children));
  if (children === 0 && faults.length === 0) issue(issueOf("JSON_WITHOUT_RECORDS", { file: file.name }));
  for (const { code, table, column, no, count } of staging.oddities())
    issue(
      issueOf(code, { file: file.name, sheet: table, row: no, column, ...(count > 1 ? { count } : {}) }, { table }),
    );
}

function faultIssue({ code, no, count }: JsonFault, file: string, records: number) {
  return issueOf(
    code,
    { file, ...(no === undefined ? {} : { row: no }), ...(count === undefined || count === 1 ? {} : { count }) },
    { records },
  );
}

/** The day a payload is of, when its file is named for it: payload-2025-06-30.json, 20250630.json. */
function dateInName(name: string): string | undefined {
  const match = /(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(name);
  const date = match === null ? "" : `${match[1]}-${match[2]}-${match[3]}`;
  return isIsoDate(date) ? date : undefined;
}
