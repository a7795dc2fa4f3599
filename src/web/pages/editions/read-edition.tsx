/** An edition for reading on a phone or aloud: the reds and what is being done first, then each section, then how it was made. */
import { EDITION_KIND_WORDS, type EditionFacts } from "../../../domain/edition.ts";
import { Details } from "../../components/details/details.tsx";
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { Page } from "../../components/page/page.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import type { EditionSummary } from "../../services.ts";
import { longInstant } from "../../words.ts";
import { AboutEdition } from "./about-edition.tsx";
import type { ReadEdition, ReadIndicator } from "./present.ts";

export type EditionPageProps = {
  readonly site: Site;
  readonly edition: EditionSummary;
  readonly facts: EditionFacts;
  readonly read: ReadEdition;
  readonly periodLabel: string;
  /** The edition that stands in its place, where one does. */
  readonly correctedBy: string | null;
  readonly may: {
    readonly seeChecks: boolean;
    readonly seeChanges: boolean;
    readonly makeAgain: boolean;
    readonly correct: boolean;
  };
};

/** One edition. */
export function EditionPage(props: EditionPageProps) {
  const { site, edition, facts, read, periodLabel, correctedBy, may } = props;
  const title = `${edition.title}, ${periodLabel}`;
  return (
    <Page
      site={site}
      title={title}
      part="/editions"
      audience="published"
      above={[{ text: "Editions", href: "/editions" }]}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{read.counts}</p>
      <p class="govuk-body">
        {facts.kind !== "first" && (
          <>
            <Tag class="govuk-tag--blue">{EDITION_KIND_WORDS[facts.kind]}</Tag>{" "}
          </>
        )}
        {`Published ${longInstant(facts.publishedAt)}.`}
      </p>
      {correctedBy && (
        <p class="govuk-body">
          <strong>This edition has been corrected.</strong>{" "}
          <a class="govuk-link" href={`/editions/${correctedBy}`}>
            Read the correction
          </a>
        </p>
      )}
      <nav aria-label="In this edition">
        <ul class="govuk-list app-edition__ways">
          <Way href="#reds" text="Red, and what is being done" />
          <Way href={`/editions/${edition.id}/compare`} text="Compare with last time and last year" />
          {may.seeChecks && <Way href={`/editions/${edition.id}/checks`} text="Totals and checks passed" />}
          {site.viewer !== null && <Way href={`/reports?edition=${edition.id}`} text="Reports of this edition" />}
          <Way href="#about-edition" text="How it was made, and files" />
        </ul>
      </nav>
      {read.comments.map((body) => (
        <p class="govuk-body app-comment__words" key={body}>
          {body}
        </p>
      ))}
      <Reds reds={read.reds} />
      <nav aria-label="Sections">
        <h2 class="govuk-heading-m">Sections</h2>
        <ul class="govuk-list app-edition__ways">
          {read.sections.map(({ id, title: name }) => (
            <Way key={id} href={`#${id}`} text={name} />
          ))}
        </ul>
      </nav>
      {read.sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 class="govuk-heading-m" id={section.id}>
            {section.title}
          </h2>
          {section.scope && <p class="govuk-body">{section.scope}</p>}
          {section.comments.map((body) => (
            <p class="govuk-body app-comment__words" key={body}>
              {body}
            </p>
          ))}
          <ul class="app-edition__list">
            {section.indicators.map((indicator) => (
              <Indicator key={indicator.reference} indicator={indicator} />
            ))}
          </ul>
        </section>
      ))}
      <AboutEdition {...props} />
    </Page>
  );
}

function Way({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  );
}

function Reds({ reds }: { readonly reds: readonly ReadIndicator[] }) {
  return (
    <section aria-labelledby="reds" class="app-edition__reds">
      <h2 class="govuk-heading-m" id="reds">
        Red, and what is being done
      </h2>
      {reds.length === 0 && <p class="govuk-body">No indicator is red.</p>}
      {reds.map(({ id, reference, title, shown, target, rating, direction, comments }) => (
        <section key={reference} class="app-edition__red">
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={`#${id}`}>{`${reference} ${title}`}</a>
          </h3>
          <p class="govuk-body app-edition__judged">
            <strong>{shown}</strong>
            <span>{target}</span>
            <RatingTag word={rating.word} sentence={rating.sentence} />
            <DirectionOfTravel {...direction} />
          </p>
          {comments.length === 0 ? (
            <p class="govuk-body">Nothing is said about it in this edition.</p>
          ) : (
            comments.map((body) => (
              <p class="govuk-body app-comment__words" key={body}>
                {body}
              </p>
            ))
          )}
        </section>
      ))}
    </section>
  );
}

function Indicator({ indicator }: { readonly indicator: ReadIndicator }) {
  const { id, reference, title, shown, missing, target, rating, direction, comparators } = indicator;
  return (
    <li id={id} class="app-edition__indicator">
      <h3 class="govuk-heading-s app-edition__title">{`${reference} ${title}`}</h3>
      <p class="govuk-body app-edition__judged">
        <strong>{shown}</strong>
        {missing && <span>{missing}</span>}
        <span>{target}</span>
        <RatingTag word={rating.word} sentence={rating.sentence} />
        <DirectionOfTravel {...direction} />
      </p>
      {comparators.length > 0 && <p class="govuk-body app-muted">{comparators.join("; ")}</p>}
      {indicator.comments.map((body) => (
        <p class="govuk-body app-comment__words" key={body}>
          {body}
        </p>
      ))}
      <Details
        summary={
          <>
            What this means<span class="govuk-visually-hidden">{`: ${reference} ${title}`}</span>
          </>
        }
      >
        <p class="govuk-body">{indicator.shows}</p>
        <p class="govuk-body">{indicator.definition}</p>
        <p class="govuk-body">{indicator.good}</p>
        <p class="govuk-body">{rating.sentence}</p>
      </Details>
    </li>
  );
}
