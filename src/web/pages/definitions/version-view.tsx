/** What one version changed. */
import type { DefinitionVersion } from "../../../services/definitions/history.ts";
import { lineDifferences, nearDifferences } from "../../../services/definitions/line-differences.ts";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import { Differences } from "./differences.tsx";
import { definitionHref } from "./words.ts";

/** The page of a version. */
export function VersionPage({ site, version }: { readonly site: Site; readonly version: DefinitionVersion }) {
  const { kind, subject, title, before, content } = version;
  const name = `Version ${version.version}: what changed`;
  return (
    <Page
      site={site}
      title={`${title}, version ${version.version}`}
      part="/definitions"
      above={[
        { text: "Definitions", href: "/definitions" },
        { text: title, href: definitionHref(kind, subject) },
      ]}
      audience="none"
    >
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">{name}</h1>
      <SummaryList
        rows={[
          { key: "In force from", value: longInstant(version.at) },
          { key: "Why", value: version.reason },
          { key: "Written by", value: version.author },
          { key: "Approved by", value: version.approver },
          {
            key: "Series",
            value: version.breaksFrom === null ? "Figures run on" : `Breaks from ${version.breaksFrom}`,
          },
        ]}
      />
      <h2 class="govuk-heading-m">Differences</h2>
      <Differences lines={nearDifferences(lineDifferences(before ?? "", content))} caption={name} />
    </Page>
  );
}
