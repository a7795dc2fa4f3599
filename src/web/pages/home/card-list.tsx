/** The scorecards a viewer may see, how each stands, and its editions. */
import { Details } from "../../components/details/details.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { countOf } from "../../words.ts";
import type { CardLine } from "./card-lines.ts";
import type { HomeKind } from "./present.ts";

/** Editions named before the rest are folded away. */
const NEWEST = 1;

/** One scorecard below the other. */
export function CardList({ cards, kind }: { readonly cards: readonly CardLine[]; readonly kind: HomeKind }) {
  return (
    <section aria-labelledby="cards">
      {kind === "internal" && (
        <h2 class="govuk-heading-m" id="cards">
          Scorecards
        </h2>
      )}
      {cards.length === 0 && (
        <p class="govuk-body">
          {kind === "internal" ? "There is no scorecard in the catalogue yet." : "Nothing has been published yet."}
        </p>
      )}
      <ul class="app-scorecard-list" aria-label="Scorecards">
        {cards.map((card) => (
          <OneCard key={card.id} card={card} isPublished={kind === "published"} />
        ))}
      </ul>
    </section>
  );
}

function OneCard({ card, isPublished }: { readonly card: CardLine; readonly isPublished: boolean }) {
  const Title = isPublished ? "h2" : "h3";
  return (
    <li class="app-scorecard-list__item">
      <Title class="govuk-heading-s app-scorecard-list__title">
        <a class="govuk-link" href={card.href}>
          {card.title}
        </a>
      </Title>
      <p class="app-scorecard-list__text">{card.description}</p>
      <p class="app-scorecard-list__text app-muted">{card.size}</p>
      <Standing card={card} />
      <p class="app-scorecard-list__text">
        <a class="govuk-link" href={`/reports?scorecard=${card.id}`}>
          Reports<span class="govuk-visually-hidden">{` of ${card.title}`}</span>
        </a>
      </p>
      <Editions editions={card.editions} />
    </li>
  );
}

function Standing({ card: { title, period, ratings, worse } }: { readonly card: CardLine }) {
  if (period === null || worse === null) return null;
  return (
    <p class="app-scorecard-list__text app-scorecard-list__standing">
      <span>{`${period}:`}</span>
      {ratings.map(({ word, label, count, href }) => (
        <span key={word} class="app-scorecard-list__count">
          <RatingTag word={word} sentence="" />{" "}
          {count === 0 ? (
            "0"
          ) : (
            <a class="govuk-link" href={href} aria-label={`${count} ${label}: ${title}`}>
              {count}
            </a>
          )}
        </span>
      ))}
      <span class="app-scorecard-list__count">
        {"↓ Worse "}
        {worse.count === 0 ? (
          "0"
        ) : (
          <a class="govuk-link" href={worse.href} aria-label={`${worse.count} worse: ${title}`}>
            {worse.count}
          </a>
        )}
      </span>
    </p>
  );
}

function Editions({ editions }: Pick<CardLine, "editions">) {
  const rest = editions.slice(NEWEST);
  return (
    <>
      {editions.slice(0, NEWEST).map(({ href, text }) => (
        <p key={href} class="app-scorecard-list__text">
          {"As published: "}
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </p>
      ))}
      {rest.length > 0 && (
        <Details class="app-scorecard-list__earlier" summary={countOf(rest.length, "earlier edition")}>
          <ul class="govuk-list">
            {rest.map(({ href, text }) => (
              <li key={href}>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
