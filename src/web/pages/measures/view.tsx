/** Every measure, A to Z, and a box to search them. */
import { Button } from "../../components/button/button.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import type { MeasuresView } from "./present.ts";

/** The list of measures. */
export function MeasuresPage({ site, list }: { readonly site: Site; readonly list: MeasuresView }) {
  const title = list.search === "" ? "Measures A to Z" : `Measures: ${list.search}`;
  return (
    <Page site={site} title={title} part="/measures">
      <h1 class="govuk-heading-l">Measures A to Z</h1>
      <search>
        <form method="get" action="/measures" class="app-search">
          <Input
            id="search"
            name="search"
            label="Search measures"
            value={list.search}
            class="govuk-!-width-full"
            autocomplete="off"
          />
          <Button>Search</Button>
        </form>
      </search>
      <p class="govuk-body" aria-live="polite">
        {list.found}
        {list.search !== "" && (
          <>
            {". "}
            <a class="govuk-link" href="/measures">
              Show all measures
            </a>
          </>
        )}
      </p>
      {list.letters.map(({ letter, measures }) => (
        <section key={letter} class="app-letter" aria-labelledby={`letter-${letter}`}>
          <h2 class="govuk-heading-m app-letter__heading" id={`letter-${letter}`}>
            {letter}
          </h2>
          <ul class="app-letter__list">
            {measures.map((measure) => (
              <li key={measure.href}>
                <a class="govuk-link govuk-!-font-size-19" href={measure.href}>
                  {measure.title}
                </a>
                <p class="govuk-body-s app-muted app-letter__definition">{measure.definition}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
