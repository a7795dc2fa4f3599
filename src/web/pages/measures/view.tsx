/** Every measure, A to Z, to be searched and narrowed by area, scorecard and rating. */
import { Button } from "../../components/button/button.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import type { MeasureLine, MeasuresView } from "./present.ts";

/** The list of measures. */
export function MeasuresPage({ site, list }: { readonly site: Site; readonly list: MeasuresView }) {
  const title = list.search === "" ? "Measures A to Z" : `Measures: ${list.search}`;
  return (
    <Page site={site} title={title} part="/measures">
      <h1 class="govuk-heading-l">Measures A to Z</h1>
      <Choose list={list} />
      <p class="govuk-body" aria-live="polite">
        {list.found}
        {list.isNarrowed && (
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
              <Measure key={measure.href} measure={measure} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function Choose({ list }: { readonly list: MeasuresView }) {
  return (
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
        <Select id="area" name="area" label="Area" options={list.areas} />
        <Select id="scorecard" name="scorecard" label="On scorecard" options={list.scorecards} />
        <Select id="rating" name="rating" label="Rated" options={list.ratings} />
        <Button>Search</Button>
      </form>
    </search>
  );
}

function Measure({ measure }: { readonly measure: MeasureLine }) {
  return (
    <li>
      <a class="govuk-link govuk-!-font-size-19" href={measure.href}>
        {measure.title}
      </a>
      {measure.rated.map(({ place, word }) => (
        <span key={place} class="app-letter__rated">
          <RatingTag word={word} sentence="" /> {place}
        </span>
      ))}
      <p class="govuk-body-s app-muted app-letter__definition">{measure.definition}</p>
    </li>
  );
}
