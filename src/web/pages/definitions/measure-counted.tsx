/** The part of a measure's form that says what is counted: the shape, the table, its dates and its conditions, with pickers of what there is. */
import { CADENCES, SUMMARIES } from "../../../domain/measure.ts";
import type { ColumnWords, RelationWords } from "../../../services/definitions/data-words.ts";
import type { CohortFields, MeasureFields, ShapeName, TextKey } from "../../../services/definitions/measure-editing.ts";
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Fieldset } from "../../components/fieldset/fieldset.tsx";
import { Input } from "../../components/input/input.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { FieldErrors } from "./measure-form-view.tsx";
import { OnlyWhen } from "./only-when.tsx";

type CountedProps = {
  readonly fields: MeasureFields;
  readonly errorOf: FieldErrors;
  readonly relations: readonly RelationWords[];
};

const SHAPE_WORDS: Readonly<Record<ShapeName, { readonly text: string; readonly hint: string }>> = {
  count: { text: "How many", hint: "The number of rows, or of children." },
  proportion: { text: "The share that meets a condition", hint: "Of the rows below, the percentage that meet it." },
  ratio: { text: "One number divided by another", hint: "Children for each worker, for example." },
  rate: { text: "A rate of the population", hint: "How many for every 10,000 children." },
  summary: { text: "An average, median, largest or total", hint: "A number is worked out for each row." },
  "by-hand": { text: "Entered by hand", hint: "No case data: somebody types the figure." },
};

/** What is counted. */
export function CountedFields({ fields, errorOf, relations }: CountedProps) {
  const { shape, texts } = fields;
  const text = (id: TextKey) => ({ id, name: id, value: texts[id], error: errorOf(id) });
  const condition = { rows: 3, spellcheck: false, class: "app-code-field" };
  return (
    <Fieldset legend="What it counts" legendClass="govuk-fieldset__legend--m">
      <Radios
        idPrefix="shape"
        name="shape"
        legend="What the figure is"
        value={shape}
        items={(Object.keys(SHAPE_WORDS) as ShapeName[]).map((value) => ({ value, ...SHAPE_WORDS[value] }))}
      />
      {shape !== "by-hand" && <Cohort prefix="cohort" cohort={fields.cohort} errorOf={errorOf} relations={relations} />}
      <OnlyWhen name="shape" value="proportion" words="For a share that meets a condition:">
        <Textarea
          {...text("numerator")}
          {...condition}
          label="Which of the rows meet it"
          hint="Such as: working_days(start, authorised) <= 45"
        />
      </OnlyWhen>
      <OnlyWhen name="shape" value="rate" words="For a rate of the population:">
        <Input {...text("population")} label="Age group of the population" hint="0-17" />
      </OnlyWhen>
      <OnlyWhen name="shape" value="summary" words="For an average, median, largest or total:">
        <Select {...text("summary")} label="Which" options={choices(texts.summary, SUMMARIES)} />
        <Textarea {...text("value")} {...condition} label="The number for each row" hint="Such as: days(start, end)" />
        <Textarea
          {...text("weight")}
          {...condition}
          label="Divided by the sum of (optional)"
          hint="Instead of the number of rows: sessions possible, for example."
        />
      </OnlyWhen>
      <OnlyWhen name="shape" value="by-hand" words="For figures entered by hand:">
        <ByHand fields={fields} errorOf={errorOf} />
      </OnlyWhen>
      <OnlyWhen name="shape" value="ratio" words="For one number divided by another:">
        <Cohort prefix="denominator" cohort={fields.denominator} errorOf={errorOf} relations={relations} />
      </OnlyWhen>
      <Details summary="What a condition may say">
        <p class="govuk-body">
          Comparisons (=, &lt;&gt;, &lt;, &lt;=), and, or, not, in (…), between, is null, like; text in single quotes.
          Functions: working_days(a, b), days(a, b), months_before(d, n), months_after(d, n), days_before(d, n),
          days_after(d, n), age(dob, d), year_start(d), coalesce(…).
        </p>
        <p class="govuk-body">
          A plain name is a column of the table; person.dob and the like are the child’s; as_at is the period’s last day
          where rows open on a day are counted; setting.name is a local choice. Other rows of the same child: exists
          (select from visit where date &gt;= cohort.start).
        </p>
      </Details>
    </Fieldset>
  );
}

function ByHand({ fields: { texts }, errorOf }: Omit<CountedProps, "relations">) {
  return (
    <>
      <Select
        id="cadence"
        name="cadence"
        label="How often it is entered"
        error={errorOf("cadence")}
        options={choices(texts.cadence, CADENCES)}
      />
      <Select
        id="basis"
        name="basis"
        label="Over a longer window"
        hint="flow: its figures are added up. snapshot: the last one stands."
        error={errorOf("basis")}
        options={choices(texts.basis, ["flow", "snapshot"])}
      />
    </>
  );
}

function choices(chosen: string, values: readonly string[]) {
  return ["", ...values].map((value) => ({ value, text: value === "" ? "Choose" : value, selected: chosen === value }));
}

type CohortProps = {
  readonly prefix: "cohort" | "denominator";
  readonly cohort: CohortFields;
  readonly errorOf: FieldErrors;
  readonly relations: readonly RelationWords[];
};

function Cohort({ prefix, cohort, errorOf, relations }: CohortProps) {
  const relation = relations.find(({ name }) => name === cohort.table);
  const columns = relation?.columns ?? [];
  const field = (name: keyof CohortFields) => ({
    id: `${prefix}-${name}`,
    name: `${prefix}-${name}`,
    error: errorOf(`${prefix}-${name}`),
  });
  const dates = columns.filter(({ type }) => type === "date");
  return (
    <>
      <Select
        {...field("table")}
        label={prefix === "cohort" ? "Of which table" : "Divided by rows of which table"}
        options={[
          { value: "", text: "Choose" },
          ...relations.map(({ name, words }) => ({
            value: name,
            text: `${name}: ${words}`.slice(0, 100),
            selected: name === cohort.table,
          })),
        ]}
      />
      <Button class="govuk-button--secondary" name="act" value="columns">
        Use this table
      </Button>
      <Radios
        idPrefix={`${prefix}-timing`}
        name={`${prefix}-timing`}
        legend="Which rows count in a period"
        value={cohort.timing}
        items={[
          { value: "flow", text: "Those dated in it" },
          { value: "snapshot", text: "Those open at the end of its last day" },
          { value: "trailing", text: "Those dated in a span that ends on its last day" },
        ]}
      />
      <OnlyWhen name={`${prefix}-timing`} value="flow" words="For rows dated in the period:">
        <DateColumn {...field("date")} label="By which date" dates={dates} value={cohort.date} />
      </OnlyWhen>
      <OnlyWhen name={`${prefix}-timing`} value="snapshot" words="For rows open on a day:">
        <DateColumn {...field("start")} label="Open from" dates={dates} value={cohort.start} />
        <DateColumn {...field("end")} label="Open until" dates={dates} value={cohort.end} />
      </OnlyWhen>
      <OnlyWhen
        name={`${prefix}-timing`}
        value="trailing"
        words="For rows dated in a span (days or months, one of them):"
      >
        <DateColumn
          id={`${prefix}-since`}
          name={`${prefix}-since`}
          error={undefined}
          label="By which date"
          dates={dates}
          value={cohort.date}
        />
        <div class="app-field-row">
          <Input {...field("days")} label="Days" value={cohort.days} class="govuk-input--width-4" />
          <Input {...field("months")} label="Months" value={cohort.months} class="govuk-input--width-4" />
        </div>
      </OnlyWhen>
      <Textarea
        {...field("where")}
        label="Only rows where (optional)"
        hint="Such as: kind = 'initial' and result is not null"
        value={cohort.where}
        rows={3}
        spellcheck={false}
        class="app-code-field"
      />
      <Radios
        idPrefix={`${prefix}-count`}
        name={`${prefix}-count`}
        legend="Count"
        class="govuk-radios--small govuk-radios--inline"
        value={cohort.count}
        items={[
          { value: "cases", text: "Every row" },
          { value: "children", text: "Each child once" },
        ]}
      />
      <Input
        {...field("lag")}
        label="Months in arrears (optional)"
        hint="1 counts what happened a month before the period."
        value={cohort.lag}
        class="govuk-input--width-2"
      />
      {relation && <Columns relation={relation} />}
    </>
  );
}

type DateColumnProps = {
  readonly id: string;
  readonly name: string;
  readonly error: string | undefined;
  readonly label: string;
  readonly dates: readonly ColumnWords[];
  readonly value: string;
};

function DateColumn({ dates, value, ...field }: DateColumnProps) {
  const isKnown = value === "" || dates.some(({ name }) => name === value);
  return (
    <Select
      {...field}
      options={[
        { value: "", text: "Choose a date" },
        ...(isKnown ? [] : [{ value, text: `${value} (not in this table)`, selected: true }]),
        ...dates.map(({ name, words }) => ({
          value: name,
          text: words === "" ? name : `${name}: ${words}`.slice(0, 90),
          selected: name === value,
        })),
      ]}
    />
  );
}

function Columns({ relation }: { readonly relation: RelationWords }) {
  return (
    <Details summary={`Columns of ${relation.name}`}>
      <p class="govuk-body">{relation.words}</p>
      <Table
        class="app-cards app-column-words"
        caption={`Columns of ${relation.name}`}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={["Column", "Holds", "In words"].map((content) => ({ content }))}
        rows={relation.columns.map(({ name, type, words }) => [
          { content: <code>{name}</code> },
          { content: type, attributes: { "data-label": "Holds" } },
          { content: words, attributes: { "data-label": "In words" } },
        ])}
      />
    </Details>
  );
}
