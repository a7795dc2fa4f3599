/** The first commentary page: what I owe, what waits for approval, and who owes what by when. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { countOf, longDate } from "../../words.ts";
import type { OwedView, QueuedCard, QueueModel } from "./queue-model.ts";
import { OWED_TAGS, STATE_TAGS } from "./words.ts";

type Props = { readonly site: Site; readonly queue: QueueModel; readonly done: string | null };

/** The page. */
export function QueuePage({ site, queue, done }: Props) {
  return (
    <Page site={site} title="Commentary" part="/comments">
      {done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Commentary</h1>
      {queue.mayApprove && <ToApprove site={site} queue={queue.queue} />}
      <h2 class="govuk-heading-m">Yours to write</h2>
      {queue.mine.length === 0 ? (
        <p class="govuk-body">Nobody is waiting for a comment from you.</p>
      ) : (
        <OwedTable site={site} caption="Asked of you, overdue first" owed={queue.mine} />
      )}
      {queue.own.length > 0 && <Own queue={queue} />}
      <Cards queue={queue} />
      {queue.everybodys.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Who owes what by when</h2>
          <OwedTable site={site} caption="Asked of everybody, overdue first" owed={queue.everybodys} withOwner />
        </>
      )}
    </Page>
  );
}

function Cards({ queue }: { readonly queue: QueueModel }) {
  return (
    <>
      <h2 class="govuk-heading-m">Commentary of each scorecard</h2>
      <ul class="govuk-list">
        {queue.cards.map(({ href, text, period }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {`, ${period}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Own({ queue: { own } }: { readonly queue: QueueModel }) {
  return (
    <Table
      class="app-cards"
      caption="What you have written and is not approved yet"
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={["Comment on", "Scorecard", "State"].map((content) => ({ content }))}
      rows={own.map(({ id, href, subject, place, state }) => [
        {
          content: (
            <a class="govuk-link" href={href}>
              {subject}
              <span class="govuk-visually-hidden">{` (comment ${id})`}</span>
            </a>
          ),
        },
        { content: place, attributes: { "data-label": "Scorecard" } },
        {
          content: <Tag class={STATE_TAGS[state].class}>{STATE_TAGS[state].text}</Tag>,
          attributes: { "data-label": "State" },
        },
      ])}
    />
  );
}

/** Comments asked for, each a link to the page where it is written. */
export function OwedTable({
  caption,
  owed,
  withOwner = false,
  site,
}: {
  readonly caption: string;
  readonly owed: readonly OwedView[];
  readonly withOwner?: boolean;
  readonly site: Site;
}) {
  const owner = withOwner ? ["Who"] : [];
  return (
    <Table
      class="app-cards"
      caption={caption}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={["Comment on", "Scorecard", ...owner, "Due", "State", ...(withOwner ? ["Change"] : [])].map((content) => ({
        content,
      }))}
      rows={owed.map((one) => [
        { content: <OwedLink owed={one} /> },
        { content: `${one.cardTitle}, ${one.periodLabel}`, attributes: { "data-label": "Scorecard" } },
        ...(withOwner ? [{ content: one.ownerName, attributes: { "data-label": "Who" } }] : []),
        { content: dueWords(one), attributes: { "data-label": "Due" } },
        {
          content: <Tag class={OWED_TAGS[one.state].class}>{OWED_TAGS[one.state].text}</Tag>,
          attributes: { "data-label": "State" },
        },
        ...(withOwner
          ? [{ content: <AskNoMore site={site} owed={one} />, attributes: { "data-label": "Change" } }]
          : []),
      ])}
    />
  );
}

function OwedLink({ owed: { on, href, isMine, references } }: { readonly owed: OwedView }) {
  const words =
    on === "" ? "The whole scorecard" : /^[\d.]/.test(on) && references.length === 1 ? `Indicator ${on}` : on;
  return isMine ? (
    <a class="govuk-link" href={href}>
      {words}
      <span class="govuk-visually-hidden">: write the comment</span>
    </a>
  ) : (
    <span>{words}</span>
  );
}

function dueWords({ due, daysLate }: OwedView): string {
  return daysLate > 0 ? `${longDate(due)}, ${countOf(daysLate, "day")} late` : longDate(due);
}

function AskNoMore({ site, owed: { id, on, ownerName } }: { readonly site: Site; readonly owed: OwedView }) {
  return (
    <Form site={site} action={`/comments/asked/${id}/withdraw`}>
      <button type="submit" class="app-link-button">
        Ask no longer
        <span class="govuk-visually-hidden">{` ${ownerName} for a comment on ${on === "" ? "the scorecard" : on}`}</span>
      </button>
    </Form>
  );
}

/** Comments handed in: those without open flags can be approved together. */
function ToApprove({ site, queue }: { readonly site: Site; readonly queue: readonly QueuedCard[] }) {
  const clean = queue.flatMap(({ comments }) => comments).filter(({ open, isOwn }) => open === 0 && !isOwn);
  return (
    <section aria-labelledby="to-approve">
      <h2 class="govuk-heading-m" id="to-approve">
        Waiting for approval
      </h2>
      {queue.length === 0 && <p class="govuk-body">No comment is waiting to be approved.</p>}
      {clean.length > 0 && (
        <Form site={site} action="/comments/approve">
          {queue.map((card) =>
            card.comments
              .filter(({ open, isOwn }) => open === 0 && !isOwn)
              .map(({ id, version }) => (
                <input key={id} type="hidden" name="seen" value={`${card.scorecard} ${card.period} ${id} ${version}`} />
              )),
          )}
          <Button>
            {clean.length === 1
              ? "Approve the one without open flags"
              : `Approve all ${clean.length} without open flags`}
          </Button>
        </Form>
      )}
      {queue.map((card) => (
        <section key={`${card.scorecard} ${card.period}`}>
          <h3 class="govuk-heading-s">{card.title}</h3>
          {card.comments.map((comment) => (
            <InsetText key={comment.id} class="app-queued">
              <p class="govuk-body">
                <a class="govuk-link" href={comment.href}>
                  {comment.subject}
                </a>{" "}
                <span class="app-muted">{`by ${comment.author}`}</span>{" "}
                {comment.open > 0 && <Tag class="govuk-tag--orange">{countOf(comment.open, "open flag")}</Tag>}
                {comment.isOwn && <Tag class="govuk-tag--grey">Your own: somebody else approves it</Tag>}
              </p>
              <p class="govuk-body app-queued__words">{comment.body}</p>
            </InsetText>
          ))}
        </section>
      ))}
    </section>
  );
}
