/** One box across everything one may open, and what it found, group by group. */
import type { FoundGroup, TextPart } from "../../../services/search/search.ts";
import { Button } from "../../components/button/button.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";

export type SearchPageProps = {
  readonly site: Site;
  readonly question: string;
  readonly groups: readonly FoundGroup[];
  /** Where a child of that pseudonym would be, for those who may open records; it does not tell whether there is one. */
  readonly childHref: string | null;
};

/** The search page. */
export function SearchPage({ site, question, groups, childHref }: SearchPageProps) {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <Page site={site} title={question === "" ? "Search" : `Search: ${question}`} part="/search" audience="none">
      <h1 class="govuk-heading-l">Search</h1>
      <search>
        <form method="get" action="/search" class="app-search">
          <Input
            id="q"
            name="q"
            label="Measures, scorecards, comments, editions, teams, definitions and help"
            value={question}
            class="govuk-!-width-full"
            autocomplete="off"
          />
          <Button>Search</Button>
        </form>
      </search>
      {question !== "" && (
        <p class="govuk-body" role="status">
          {count === 0
            ? `Nothing you may open has “${question}” in it. Try fewer words, or part of a word.`
            : `${countOf(count, "thing")} found for “${question}”.`}
        </p>
      )}
      {childHref && (
        <p class="govuk-body">
          <a class="govuk-link" href={childHref}>
            Open the record of child {question}
          </a>{" "}
          <span class="app-muted">if the child is within your scope; the look is logged.</span>
        </p>
      )}
      {groups.map(({ group, title, count: inGroup, hits }) => (
        <section key={group} aria-labelledby={`found-${group}`} class="app-found">
          <h2 class="govuk-heading-m" id={`found-${group}`}>
            {title} ({inGroup})
          </h2>
          <ul class="govuk-list">
            {hits.map(({ href, title: name, excerpt }, index) => (
              <li key={`${href} ${index}`} class="app-found__hit">
                <a class="govuk-link" href={href}>
                  <Marked parts={name} />
                </a>
                {excerpt.length > 0 && (
                  <p class="govuk-body-s app-muted app-found__excerpt">
                    <Marked parts={excerpt} />
                  </p>
                )}
              </li>
            ))}
          </ul>
          {inGroup > hits.length && (
            <p class="govuk-body-s app-muted">{inGroup - hits.length} more: add a word to narrow them down.</p>
          )}
        </section>
      ))}
    </Page>
  );
}

function Marked({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <>
      {parts.map(({ text, isFound }, index) =>
        isFound ? (
          <mark key={index} class="app-found__mark">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
