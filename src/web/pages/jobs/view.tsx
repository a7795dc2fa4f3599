/** Long work: how far it is, what came of it, and the list of one's own. */
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import type { JobPageView } from "./present.ts";

/** The page of one job; reloading it shows how far it has come, and the script does so by itself. */
export function JobPage({ site, job }: { readonly site: Site; readonly job: JobPageView }) {
  const { id, title, isEnded } = job;
  return (
    <Page site={site} title={title} part={null} audience="none" above={[{ text: "Long work", href: "/jobs" }]}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body" role="status" id="job-status">
        {job.sentence}
      </p>
      <div class="app-job" id="job" data-job={isEnded ? "ended" : "running"}>
        <p class="govuk-body">
          <Tag class={job.tagClass}>{job.tag}</Tag>
        </p>
        {job.bar && (
          <progress class="app-job__bar" max={job.bar.of} value={job.bar.done} aria-label={`How far it is: ${title}`}>
            {`${job.bar.done} of ${job.bar.of}`}
          </progress>
        )}
        <JobEnd job={job} />
        {!isEnded && (
          <p class="govuk-body">
            You may close this page: the work goes on.{" "}
            <a class="govuk-link" href={`/jobs/${id}`}>
              Look again how far it is
            </a>
            .
          </p>
        )}
      </div>
      <p class="govuk-body app-muted">{`Started ${job.started}`}</p>
    </Page>
  );
}

function JobEnd({ job: { lines, links, code } }: { readonly job: JobPageView }) {
  return (
    <>
      {lines.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {code && <p class="govuk-body app-muted">{`Error code: ${code}`}</p>}
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map(({ text, href }) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The list of jobs somebody may see. */
export function JobsPage({ site, jobs }: { readonly site: Site; readonly jobs: readonly JobPageView[] }) {
  return (
    <Page site={site} title="Long work" part={null} audience="none">
      <h1 class="govuk-heading-l">Long work</h1>
      {jobs.length === 0 ? (
        <p class="govuk-body">You have started nothing that takes long since Waymark was last started.</p>
      ) : (
        <Table
          class="app-cards"
          caption="What you started, newest first"
          firstCellIsHeader
          head={["Work", "State", "How it stands", "Started"].map((content) => ({ content }))}
          rows={jobs.map(({ id, title, tag, tagClass, sentence, started }) => [
            {
              content: (
                <a class="govuk-link" href={`/jobs/${id}`}>
                  {title}
                </a>
              ),
            },
            { content: <Tag class={tagClass}>{tag}</Tag>, attributes: { "data-label": "State" } },
            { content: sentence, attributes: { "data-label": "How it stands" } },
            { content: started, attributes: { "data-label": "Started" } },
          ])}
        />
      )}
    </Page>
  );
}
