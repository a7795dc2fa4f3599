/** The issues of a load: how many of each kind, filters, and a page of them with places and what to do. */
import { Button } from "../../components/button/button.tsx";
import { Pagination } from "../../components/pagination/pagination.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { SEVERITY_WORDS } from "../../words.ts";
import type { IssuesView, IssueView } from "./present-issues.ts";

const TAGS = { error: "govuk-tag--red", warning: "govuk-tag--yellow", info: "govuk-tag--grey" } as const;

/** Issues under their own heading. */
export function Issues({ issues }: { readonly issues: IssuesView }) {
  return (
    <section aria-labelledby="issues" class="app-data-issues">
      <h2 class="govuk-heading-m" id="issues">
        Issues
      </h2>
      <p class="govuk-body">{issues.sentence}</p>
      {issues.total > 0 && (
        <>
          <Filters issues={issues} />
          <p class="govuk-body" role="status">
            {`${issues.shown} `}
            <a class="govuk-link app-no-print" href={issues.csv} download>
              Download every issue as CSV
            </a>
          </p>
          <Table
            class="app-cards"
            caption="Issues, the gravest first"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={["Where", "Severity", "What is wrong", "What to do"].map((content) => ({ content }))}
            rows={issues.rows.map(issueRow)}
          />
          {issues.pages.length > 1 && <Pagination items={issues.pages} previous={issues.previous} next={issues.next} />}
        </>
      )}
    </section>
  );
}

function issueRow(issue: IssueView) {
  return [
    {
      content: issue.href ? (
        <a class="govuk-link" href={issue.href}>
          {issue.where}
        </a>
      ) : (
        issue.where
      ),
      class: "app-data-issues__where",
    },
    {
      content: <Tag class={TAGS[issue.severity]}>{SEVERITY_WORDS[issue.severity].one}</Tag>,
      attributes: { "data-label": "Severity" },
    },
    {
      content: (
        <>
          {issue.message}
          {issue.times && <span class="app-muted">{` ${issue.times}`}</span>}
        </>
      ),
      attributes: { "data-label": "What is wrong" },
    },
    { content: issue.remedy, attributes: { "data-label": "What to do" } },
  ];
}

function Filters({ issues }: { readonly issues: IssuesView }) {
  const { severities, codes, files } = issues.choices;
  return (
    <form method="get" action={`${issues.address}#issues`} class="app-data-filters app-no-print">
      <Select id="severity" name="severity" label="Severity" options={severities} />
      <Select id="code" name="code" label="Kind" options={codes} />
      {files.length > 2 && <Select id="file" name="file" label="File" options={files} />}
      <Button class="govuk-button--secondary app-data-filters__go">Show</Button>
    </form>
  );
}
