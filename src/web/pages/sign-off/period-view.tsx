/** Every scorecard of a month: how far each is from being published, and one button to publish those that are ready. */

import { monthLabel } from "../../../domain/period.ts";
import { Button } from "../../components/button/button.tsx";
import { Choices } from "../../components/choices/choices.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import type { PeriodCard, PeriodCards } from "./period-cards.ts";

type Props = { readonly site: Site; readonly period: PeriodCards; readonly mayPublish: boolean };

/** The page. */
export function PeriodPage({ site, period, mayPublish }: Props) {
  const { month, months, cards } = period;
  return (
    <Page
      site={site}
      title="Sign off and publish"
      part="/editions"
      audience="none"
      above={[{ text: "Editions", href: "/editions" }]}
    >
      <h1 class="govuk-heading-l">{`Sign off and publish ${monthLabel(month)}`}</h1>
      <Choices action="/sign-off">
        <Select
          id="month"
          name="month"
          label="Periods that end in"
          options={months.map((one) => ({ value: one, text: monthLabel(one), selected: one === month }))}
        />
      </Choices>
      {mayPublish && <PublishAll site={site} period={period} />}
      {cards.length === 0 ? (
        <p class="govuk-body">No scorecard has a period that ends then. Choose another month.</p>
      ) : (
        <CardTable cards={cards} />
      )}
    </Page>
  );
}

/** One button for all cards; those in whose way something stands are told of and left. */
export function PublishAll({ site, period: { month, cards } }: Pick<Props, "site" | "period">) {
  const open = cards.filter(({ edition }) => edition === null);
  if (open.length === 0) return null;
  return (
    <Form site={site} action="/sign-off">
      <input type="hidden" name="month" value={month} />
      <Button>{`Publish every scorecard of ${monthLabel(month)} that is ready`}</Button>
    </Form>
  );
}

function CardTable({ cards }: { readonly cards: readonly PeriodCard[] }) {
  return (
    <Table
      class="app-cards"
      caption="Scorecards whose period ends in this month"
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={["Scorecard", "Period", "Comments not approved", "Signatures", "Edition"].map((content) => ({ content }))}
      rows={cards.map(({ title, href, periodLabel, waiting, signatures, edition }) => [
        {
          content: (
            <a class="govuk-link" href={href}>
              {title}
            </a>
          ),
        },
        { content: periodLabel, attributes: { "data-label": "Period" } },
        { content: String(waiting), attributes: { "data-label": "Comments not approved" } },
        { content: countOf(signatures, "signature"), attributes: { "data-label": "Signatures" } },
        { content: <EditionLink edition={edition} />, attributes: { "data-label": "Edition" } },
      ])}
    />
  );
}

function EditionLink({ edition }: Pick<PeriodCard, "edition">) {
  return edition === null ? (
    <span>Not published</span>
  ) : (
    <a class="govuk-link" href={edition.href}>
      {edition.id}
    </a>
  );
}
