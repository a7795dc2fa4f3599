/** Finds rows that only mean something with a row of another table, where that row is not in the extract: they are used by nobody, and said so. */
import type { ReadContext } from "../../contract.ts";
import { issueOf } from "../../issue-codes.ts";
import { quoted } from "../../sql-text.ts";
import type { StagedColumns } from "./days.ts";

type Tie = {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
};

/** Tables joined into the rows of another; all else stands on its own. */
const TIES: readonly Tie[] = [
  { table: "ssd_cla_placement", column: "clap_cla_id", parent: "ssd_cla_episodes", parentColumn: "clae_cla_id" },
  { table: "ssd_cla_reviews", column: "clar_cla_id", parent: "ssd_cla_episodes", parentColumn: "clae_cla_id" },
  { table: "ssd_ehcp_requests", column: "ehcr_send_table_id", parent: "ssd_send", parentColumn: "send_table_id" },
  {
    table: "ssd_ehcp_assessment",
    column: "ehca_ehcp_request_id",
    parent: "ssd_ehcp_requests",
    parentColumn: "ehcr_ehcp_request_id",
  },
  {
    table: "ssd_ehcp_named_plan",
    column: "ehcn_ehcp_asmt_id",
    parent: "ssd_ehcp_assessment",
    parentColumn: "ehca_ehcp_assessment_id",
  },
  {
    table: "ssd_ehcp_active_plans",
    column: "ehcp_ehcp_request_id",
    parent: "ssd_ehcp_requests",
    parentColumn: "ehcr_ehcp_request_id",
  },
  {
    table: "ssd_sen_need",
    column: "senn_active_ehcp_id",
    parent: "ssd_ehcp_active_plans",
    parentColumn: "ehcp_active_ehcp_id",
  },
];

const PLACEHOLDER = "PLACEHOLDER_DATA";

/** Reports each loose row, or one line for a whole table whose parent table was not given. */
export async function reportLooseRows({ staging, issue }: ReadContext, staged: StagedColumns): Promise<void> {
  for (const { table, column, parent, parentColumn } of TIES) {
    if (!staged.get(table)?.has(column)) continue;
    const words = { table, parent };
    const filled = `${quoted(column)} is not null and ${quoted(column)} <> '${PLACEHOLDER}'`;
    if (!staged.get(parent)?.has(parentColumn)) {
      const [found] = await staging.rows(
        `select min(_file) as file, count(*)::integer as rows from staged.${quoted(table)} where ${filled}`,
      );
      if (Number(found?.rows ?? 0) > 0)
        issue({
          ...issueOf("ROW_WITHOUT_PARENT", { file: String(found?.file), column }, words),
          count: Number(found?.rows),
        });
      continue;
    }
    const loose = await staging.rows(
      `select _file as file, _row::integer as row from staged.${quoted(table)} where ${filled}
         and ${quoted(column)} not in (select ${quoted(parentColumn)} from staged.${quoted(parent)} where ${quoted(parentColumn)} is not null)
       order by all`,
    );
    for (const { file, row } of loose)
      issue(issueOf("ROW_WITHOUT_PARENT", { file: String(file), row: Number(row), column }, words));
  }
}
