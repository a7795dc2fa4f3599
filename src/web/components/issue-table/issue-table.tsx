/** What was wrong or odd in the data: by severity and code, how many, and what to do. Never which child. */
import type { IssueCount } from "../../services.ts";
import { SEVERITY_WORDS } from "../../words.ts";
import { Table } from "../table/table.tsx";
import { Tag } from "../tag/tag.tsx";

const TAG_COLOURS = { error: "govuk-tag--red", warning: "govuk-tag--yellow", info: "govuk-tag--grey" } as const;

/** Issues as a table, worst first as given. */
export function IssueTable({ caption, issues }: { readonly caption: string; readonly issues: readonly IssueCount[] }) {
  return (
    <Table
      class="app-cards"
      caption={caption}
      captionClass="govuk-table__caption--s"
      firstCellIsHeader
      head={[
        { content: "Code" },
        { content: "Severity" },
        { content: "Count", numeric: true },
        { content: "What and what to do" },
      ]}
      rows={issues.map((issue) => [
        { content: <code class="app-issue-table__code">{issue.code}</code> },
        {
          content: <Tag class={TAG_COLOURS[issue.severity]}>{SEVERITY_WORDS[issue.severity].one}</Tag>,
          attributes: { "data-label": "Severity" },
        },
        { content: issue.count.toLocaleString("en-GB"), numeric: true, attributes: { "data-label": "Count" } },
        { content: `${issue.message} ${issue.remedy}` },
      ])}
    />
  );
}
