/** The first page of reports: what is being written, what was released, and what can be made. */
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import type { EditionLine, ReportLine, ReportList, TemplateGroup } from "./present-list.ts";
import { ReportPage } from "./report-page.tsx";

/** The page. */
export function ReportListPage({
  site,
  list,
  done,
}: {
  readonly site: Site;
  readonly list: ReportList;
  readonly done: string | undefined;
}) {
  const { about, groups, drafts, released, editions } = list;
  // Whoever makes no reports comes for the finished ones.
  const isReader = groups.length === 0;
  return (
    <ReportPage
      site={site}
      title={about === null ? "Reports" : `Reports of ${about}`}
      audience="none"
      done={done}
      {...(about === null ? {} : { above: [] })}
    >
      {drafts.length > 0 && <Lines title="Being written" id="drafts" lines={drafts} none="" />}
      {isReader && <Released lines={released} />}
      {groups.length > 0 && <Templates groups={groups} />}
      {editions.length > 0 && <OfEditions editions={editions} />}
      {!isReader && <Released lines={released} />}
      {list.setsBase && (
        <p class="govuk-body">
          <a class="govuk-link" href="/reports/word-base">
            The Word document whose styles reports take
          </a>
        </p>
      )}
    </ReportPage>
  );
}

function Released({ lines }: { readonly lines: readonly ReportLine[] }) {
  return <Lines title="Released" id="released" lines={lines} none="No report has been released yet." />;
}

function Templates({ groups }: { readonly groups: readonly TemplateGroup[] }) {
  return (
    <section aria-labelledby="templates">
      <h2 class="govuk-heading-m" id="templates">
        Make a report
      </h2>
      {groups.map(({ title, templates }) => (
        <section key={title} aria-label={title}>
          <h3 class="govuk-heading-s">{title}</h3>
          <ul class="app-report-list">
            {templates.map(({ id, title: name, about, href, isPublic }) => (
              <li key={id} class="app-report-list__item">
                <a class="govuk-link" href={href}>
                  {name}
                </a>{" "}
                <AudienceTag isPublic={isPublic} />
                <p class="app-report-list__about">{about}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function OfEditions({ editions }: { readonly editions: readonly EditionLine[] }) {
  return (
    <section aria-labelledby="of-editions">
      <h2 class="govuk-heading-m" id="of-editions">
        Reports of published editions
      </h2>
      {editions.map(({ title, links }) => (
        <section key={title} aria-label={title}>
          <h3 class="govuk-heading-s">{title}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a class="govuk-link" href={href}>
                  {text}
                  <span class="govuk-visually-hidden">{`: ${title}`}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

type LinesProps = {
  readonly title: string;
  readonly id: string;
  readonly lines: readonly ReportLine[];
  readonly none: string;
};

function Lines({ title, id, lines, none }: LinesProps) {
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {lines.length === 0 && <p class="govuk-body">{none}</p>}
      <ul class="app-report-list">
        {lines.map(({ href, title: name, period, state, isPublic }) => (
          <li key={href} class="app-report-list__item">
            <a class="govuk-link" href={href}>
              {name}
            </a>{" "}
            <AudienceTag isPublic={isPublic} />
            <p class="app-report-list__about app-muted">{`${period === "" ? "" : `${period}. `}${state}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom a report is for, in a word. */
export function AudienceTag({ isPublic }: { readonly isPublic: boolean }) {
  return <Tag class={isPublic ? "govuk-tag--green" : "govuk-tag--red"}>{isPublic ? "Public" : "Internal"}</Tag>;
}
