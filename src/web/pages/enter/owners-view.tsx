/** Who enters what: every measure collected by hand with its owner and due day, and the form that gives them to somebody. */
import type { Person } from "../../../services/people/people.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";

export type OwnerLine = {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  /** Whom the measure's definition names, in words. */
  readonly inCatalogue: string;
  readonly cadence: string;
  readonly owner: { readonly id: number; readonly name: string } | null;
  readonly dueDays: number;
};

export type OwnersTyped = {
  readonly measures: readonly string[];
  readonly person: string;
  readonly dueDays: string;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
};

const DONE: Readonly<Record<string, string>> = {
  given: "The measures were given to their new owner.",
  taken: "The measure has no owner any more. Give it again to undo this.",
};
const CADENCES: Readonly<Record<string, string>> = {
  month: "Every month",
  quarter: "Every quarter",
  term: "Every term",
  "financial-year": "Every financial year",
  "academic-year": "Every academic year",
};

type Props = {
  readonly site: Site;
  readonly lines: readonly OwnerLine[];
  readonly people: readonly Person[];
  readonly typed: OwnersTyped;
  readonly done: string | undefined;
};

/** The page. */
export function OwnersPage({ site, lines, people, typed, done }: Props) {
  const errorOf = (name: string) => typed.errors.find(({ field }) => field === name)?.text;
  const news = DONE[done ?? ""];
  return (
    <Page
      site={site}
      title={`${typed.errors.length > 0 ? "Error: " : ""}Who enters what`}
      part="/enter"
      audience="none"
      above={[{ text: "Enter figures", href: "/enter" }]}
      wide
    >
      {typed.errors.length > 0 && (
        <ErrorSummary
          title="There is a problem"
          errors={typed.errors.map(({ field, text }) => ({ text, href: `#${field}` }))}
        />
      )}
      {news && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{news}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Who enters what</h1>
      <p class="govuk-body">
        Choose measures, then who enters them and how many days after the period they are due. Somebody can be chosen
        when their role lets them enter figures.
      </p>
      <GiveForm site={site} people={people} typed={typed} errorOf={errorOf} />
      <div id="measures" tabIndex={-1}>
        {errorOf("measures") && <p class="govuk-error-message">{errorOf("measures")}</p>}
        {[...Map.groupBy(lines, ({ area }) => area)].map(([area, own]) => (
          <Area key={area} site={site} area={area} lines={own} chosen={new Set(typed.measures)} />
        ))}
      </div>
    </Page>
  );
}

type GiveProps = Pick<Props, "site" | "people" | "typed"> & {
  readonly errorOf: (name: string) => string | undefined;
};

function GiveForm({ site, people, typed, errorOf }: GiveProps) {
  return (
    <Form site={site} action="/enter/owners" attributes={{ id: "give" }}>
      <Select
        id="person"
        name="person"
        label="Who enters them"
        labelClass="govuk-label--s"
        error={errorOf("person")}
        options={[
          { value: "", text: "Choose" },
          ...people.map(({ id, name, email }) => ({
            value: id,
            text: `${name}, ${email}`,
            selected: id === typed.person,
          })),
        ]}
      />
      <Input
        id="dueDays"
        name="dueDays"
        label="Due, in days after the period’s last day"
        labelClass="govuk-label--s"
        class="govuk-input--width-3"
        value={typed.dueDays === "" ? "15" : typed.dueDays}
        error={errorOf("dueDays")}
      />
      <Button>Give the measures chosen below</Button>
    </Form>
  );
}

type AreaProps = {
  readonly site: Site;
  readonly area: string;
  readonly lines: readonly OwnerLine[];
  readonly chosen: ReadonlySet<string>;
};

/** The boxes belong to the form above; the way to take a measure back is a form of its own in each row. */
function Area({ site, area, lines, chosen }: AreaProps) {
  return (
    <table class="govuk-table app-cards">
      <caption class="govuk-table__caption govuk-table__caption--m">{areaWords(area)}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {["Measure", "How often", "Due after", "Owner", "Take back"].map((heading) => (
            <th key={heading} scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {lines.map((line) => (
          <Row key={line.id} site={site} line={line} isChosen={chosen.has(line.id)} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { readonly site: Site; readonly line: OwnerLine; readonly isChosen: boolean };

function Row({ site, line, isChosen }: RowProps) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              form="give"
              id={`measure-${line.id}`}
              name="measures"
              value={line.id}
              checked={isChosen}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`measure-${line.id}`}>
              {line.title}
            </label>
          </div>
        </div>
      </th>
      <td class="govuk-table__cell" data-label="How often">
        {CADENCES[line.cadence]}
      </td>
      <td class="govuk-table__cell" data-label="Due after">
        {`${line.dueDays} days`}
      </td>
      <td class="govuk-table__cell" data-label="Owner">
        {line.owner?.name ?? `Nobody yet${line.inCatalogue === "" ? "" : ` (${line.inCatalogue})`}`}
      </td>
      <td class="govuk-table__cell">
        {line.owner && (
          <Form site={site} action={`/enter/owners/${line.owner.id}/take`}>
            <Button class="govuk-button--secondary app-enter-take">
              Take back<span class="govuk-visually-hidden">{` ${line.title}`}</span>
            </Button>
          </Form>
        )}
      </td>
    </tr>
  );
}

function areaWords(area: string): string {
  const words = area.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
