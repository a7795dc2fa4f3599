/** The judgement page of one indicator: override its rating with a reason, and note something about its series. */
import { RATING_FACTS, RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { SERIES_NOTE_KINDS } from "../../../domain/judgement/series-note.ts";
import { Button } from "../../components/button/button.tsx";
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Select } from "../../components/select/select.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { type JudgeModel, NOTE_WORDS } from "./model.ts";

type Props = { readonly site: Site; readonly judge: JudgeModel };

/** The page. */
export function JudgePage({ site, judge }: Props) {
  const { scorecard, cardTitle, periodLabel, scored, typed } = judge;
  const title = `Judge ${scored.reference} ${scored.title}`;
  return (
    <Page
      site={site}
      title={`${typed.errors.length > 0 ? "Error: " : ""}${title}`}
      part="/"
      above={[{ text: cardTitle, href: `/scorecards/${scorecard}` }]}
    >
      {typed.errors.length > 0 && <ErrorSummary title="There is a problem" errors={typed.errors} />}
      {typed.done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{typed.done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{`${cardTitle}, ${periodLabel}`}</p>
      <p class="govuk-body app-edition__judged">
        <strong>{scored.shown}</strong>
        <span>{scored.target.shown === "" ? "No target" : `Target ${scored.target.shown}`}</span>
        <RatingTag word={scored.rating.word} sentence={scored.rating.sentence} />
        <DirectionOfTravel {...scored.direction} />
      </p>
      <p class="govuk-body">{scored.rating.byRule?.sentence ?? scored.rating.sentence}</p>
      <Rating site={site} judge={judge} />
      <Notes site={site} judge={judge} />
    </Page>
  );
}

function errorOf({ typed }: JudgeModel, href: string): { readonly error?: string } {
  const found = typed.errors.find((error) => error.href === href);
  return found === undefined ? {} : { error: found.text };
}

function addressOf({ scorecard, period, reference }: JudgeModel): string {
  return `/judge/${scorecard}/${period}/${encodeURIComponent(reference)}`;
}

function Rating({ site, judge }: Props) {
  const { judged, typed } = judge;
  return (
    <>
      <h2 class="govuk-heading-m">Rating by a person</h2>
      {judged === null ? (
        <p class="govuk-body">Nobody has rated it otherwise: what the rule says stands.</p>
      ) : (
        <InsetText>
          <p class="govuk-body">{judged.words}</p>
          <p class="govuk-body">{judged.reason}</p>
          <Form site={site} action={`${addressOf(judge)}/rating/${judged.id}/withdraw`}>
            <Button class="govuk-button--secondary">Take this rating back</Button>
          </Form>
        </InsetText>
      )}
      <Form site={site} action={`${addressOf(judge)}/rating`} attributes={{ "data-draft": `rate ${addressOf(judge)}` }}>
        <Radios
          idPrefix="word"
          name="word"
          legend="Rate it as"
          legendClass="govuk-fieldset__legend--s"
          hint="The rule’s own answer stays beside yours, in every page and edition."
          value={typed.word}
          items={RATING_WORDS.map((word) => ({ value: word, text: RATING_FACTS[word].label }))}
          {...errorOf(judge, "#word")}
        />
        <Textarea
          id="rating-reason"
          name="reason"
          label="Why"
          hint="Printed in editions. Tell no number that is hidden from the public."
          rows={3}
          value={typed.ratingReason ?? ""}
          {...errorOf(judge, "#rating-reason")}
        />
        <Button>Rate</Button>
      </Form>
    </>
  );
}

function Notes({ site, judge }: Props) {
  const { notes, periods, typed } = judge;
  return (
    <>
      <h2 class="govuk-heading-m">Notes on its series</h2>
      {notes.length === 0 && <p class="govuk-body">None.</p>}
      {notes.map(({ id, words, reason }) => (
        <InsetText key={id}>
          <p class="govuk-body">{words}</p>
          <p class="govuk-body">{reason}</p>
          <Form site={site} action={`${addressOf(judge)}/note/${id}/withdraw`}>
            <Button class="govuk-button--secondary">
              Take this note back
              <span class="govuk-visually-hidden">{`: ${words}`}</span>
            </Button>
          </Form>
        </InsetText>
      ))}
      <Form site={site} action={`${addressOf(judge)}/note`} attributes={{ "data-draft": `note ${addressOf(judge)}` }}>
        <Radios
          idPrefix="kind"
          name="kind"
          legend="What is to be noted"
          legendClass="govuk-fieldset__legend--s"
          value={typed.kind}
          items={SERIES_NOTE_KINDS.map((kind) => ({ value: kind, text: NOTE_WORDS[kind] ?? kind }))}
          {...errorOf(judge, "#kind")}
        />
        <Select
          id="fromPeriod"
          name="fromPeriod"
          label="From which period"
          options={periods.map(({ id, label }) => ({ value: id, text: label, selected: id === typed.fromPeriod }))}
        />
        <Textarea
          id="note-reason"
          name="reason"
          label="What happened"
          rows={3}
          value={typed.noteReason ?? ""}
          {...errorOf(judge, "#note-reason")}
        />
        <Button class="govuk-button--secondary">Add the note</Button>
      </Form>
    </>
  );
}
