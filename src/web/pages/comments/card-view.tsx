/** The commentary of one card's period, section by section, with a way to write about each indicator. */
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import type { CardCommentary, CommentedIndicator, CommentLine } from "./card-model.ts";
import { STATE_TAGS } from "./words.ts";

type Props = { readonly site: Site; readonly card: CardCommentary; readonly done: string | null };

/** The page. */
export function CardCommentaryPage({ site, card, done }: Props) {
  const { title, periodLabel, scorecard, period, mayWrite, sections } = card;
  return (
    <Page
      site={site}
      title={`Commentary on ${title}, ${periodLabel}`}
      part="/comments"
      above={[{ text: "Commentary", href: "/comments" }]}
    >
      {done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{`Commentary on ${title}, ${periodLabel}`}</h1>
      <ul class="govuk-list">
        {card.mayAsk && <LinkItem href={`${card.href}/ask`} text="Ask somebody for a comment" />}
        {mayWrite && <LinkItem href={`${card.href}/new?on=`} text="Write about the whole scorecard" />}
        {card.mayRelease && <LinkItem href={`/sign-off/${scorecard}/${period}`} text="Sign off and publish" />}
        <LinkItem href={`/scorecards/${scorecard}`} text="The scorecard" />
      </ul>
      <Comments comments={card.onCard} />
      {card.silentReds.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Red, and nothing said about it</h2>
          <IndicatorTable indicators={card.silentReds} caption="Red indicators without a comment" mayWrite={mayWrite} />
        </>
      )}
      {sections.map((section) => (
        <section key={section.title}>
          <h2 class="govuk-heading-m">{section.title}</h2>
          <Comments comments={section.comments} />
          {mayWrite && (
            <p class="govuk-body">
              <a class="govuk-link" href={section.writeHref}>
                Write about this section
                <span class="govuk-visually-hidden">{`: ${section.title}`}</span>
              </a>
            </p>
          )}
          <IndicatorTable indicators={section.indicators} caption={section.title} mayWrite={mayWrite} />
        </section>
      ))}
    </Page>
  );
}

function LinkItem({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  );
}

type TableProps = {
  readonly indicators: readonly CommentedIndicator[];
  readonly caption: string;
  readonly mayWrite: boolean;
};

function IndicatorTable({ indicators, caption, mayWrite }: TableProps) {
  return (
    <Table
      class="app-cards"
      caption={caption}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={["Indicator", "Figure", "Rating", "Comments", ...(mayWrite ? ["Write"] : [])].map((content) => ({
        content,
      }))}
      rows={indicators.map(({ reference, title, shown, rating, comments, writeHref }) => [
        { content: `${reference} ${title}` },
        { content: shown, attributes: { "data-label": "Figure" } },
        { content: <RatingTag {...rating} />, attributes: { "data-label": "Rating" } },
        { content: <Comments comments={comments} isShort />, attributes: { "data-label": "Comments" } },
        ...(mayWrite
          ? [{ content: <Write href={writeHref} about={reference} />, attributes: { "data-label": "Write" } }]
          : []),
      ])}
    />
  );
}

function Write({ href, about }: { readonly href: string; readonly about: string }) {
  return (
    <a class="govuk-link" href={href}>
      Write
      <span class="govuk-visually-hidden">{` about ${about}`}</span>
    </a>
  );
}

function Comments({
  comments,
  isShort = false,
}: {
  readonly comments: readonly CommentLine[];
  readonly isShort?: boolean;
}) {
  if (comments.length === 0) return isShort ? <span class="app-muted">None</span> : null;
  return (
    <ul class="govuk-list">
      {comments.map(({ id, href, state, author, open, subject }) => (
        <li key={id}>
          <a class="govuk-link" href={href}>
            {isShort ? `By ${author}` : `${subject}, by ${author}`}
            <span class="govuk-visually-hidden">{` (comment ${id})`}</span>
          </a>{" "}
          <Tag class={STATE_TAGS[state].class}>{STATE_TAGS[state].text}</Tag>{" "}
          {open > 0 && <Tag class="govuk-tag--orange">{countOf(open, "open flag")}</Tag>}
        </li>
      ))}
    </ul>
  );
}
