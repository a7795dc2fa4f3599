/** What only the writer knows, asked one by one; what was said last time can be filled in. */
import type { Ask } from "../../../domain/report/template.ts";
import type { CheckedWriting } from "../../../services/report/claims.ts";
import { Button } from "../../components/button/button.tsx";
import { DateInput, partsOfDay } from "../../components/date-input/date-input.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { WrittenFlags } from "./flags.tsx";
import { ReportPage } from "./report-page.tsx";

export type AnswersModel = {
  readonly id: number;
  readonly version: number;
  readonly title: string;
  readonly asks: readonly Ask[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  /** The report answers can be taken from; `null` where there is none. */
  readonly last: string | null;
  readonly isFilled: boolean;
  /** What somebody else saved meanwhile. */
  readonly theirs: Readonly<Record<string, string>> | null;
  readonly checked: readonly CheckedWriting[];
  readonly done: string | undefined;
};

/** The page. */
export function AnswersPage({ site, model }: { readonly site: Site; readonly model: AnswersModel }) {
  const { id, version, title, asks, faults, last, isFilled, theirs, checked, done } = model;
  const at = `/reports/drafts/${id}`;
  const errors = [
    ...(theirs === null
      ? []
      : [
          {
            text: "Somebody changed these answers after you opened them. Yours are below, not saved yet.",
            href: "#answers",
          },
        ]),
    ...asks.flatMap((ask) =>
      faults[ask.id] === undefined ? [] : [{ text: faults[ask.id] ?? "", href: `#${fieldId(ask)}` }],
    ),
  ];
  return (
    <ReportPage
      site={site}
      title="What only you know"
      audience="none"
      above={[{ text: title, href: at }]}
      done={done}
      errors={errors}
    >
      <p class="govuk-body">
        The report says the rest by itself. What you leave out stays a marked gap, and can be answered later.
      </p>
      {last !== null && !isFilled && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/answers?last=yes`}>
            Fill in what was said last time
          </a>
          {`, in “${last}”`}
        </p>
      )}
      {isFilled && last !== null && (
        <InsetText>{`What was said in “${last}” is filled in where nothing had been said. Look at each, then save.`}</InsetText>
      )}
      {theirs !== null && <Theirs asks={asks} theirs={theirs} />}
      <Form site={site} action={`${at}/answers`} attributes={{ id: "answers" }}>
        <input type="hidden" name="version" value={version} />
        {asks.map((ask) => (
          <div key={ask.id} id={`ask-${ask.id}`}>
            <Field ask={ask} value={model.typed[ask.id] ?? ""} error={faults[ask.id]} />
          </div>
        ))}
        <Button>Save the answers</Button>
      </Form>
      {checked.map((writing) => (
        <WrittenFlags
          key={writing.place}
          site={site}
          draft={id}
          writing={writing}
          title={asks.find(({ id: ask }) => ask === writing.at.id)?.label ?? ""}
        />
      ))}
    </ReportPage>
  );
}

/** What stands there when nothing is said: a line in full, paragraphs where they are read, in the report. */
function standardWords(standard: string | undefined): string {
  if (standard === undefined) return "";
  return standard.length > 80 || standard.includes("{")
    ? "Left empty, the standard words stand that the report has now."
    : `Left empty, it reads: “${standard}”`;
}

/** The id of an ask's control. */
export function fieldId({ id, kind }: Pick<Ask, "id" | "kind">): string {
  return kind === "day" ? `answer-${id}-day` : `answer-${id}`;
}

function Field({
  ask,
  value,
  error,
}: {
  readonly ask: Ask;
  readonly value: string;
  readonly error: string | undefined;
}) {
  const { id, label, kind, isRequired, standard } = ask;
  const name = `answer-${id}`;
  const hint = [ask.hint ?? "", standardWords(standard)]
    .filter((part) => part !== "")
    .map((part) => (/[.”]$/.test(part) ? part : `${part}.`))
    .join(" ");
  const said = isRequired || standard !== undefined ? label : `${label} (may be left out)`;
  const frame = { ...(hint === "" ? {} : { hint }), ...(error === undefined ? {} : { error }) };
  if (kind === "day")
    return (
      <DateInput
        id={name}
        namePrefix={name}
        legend={said}
        legendClass="govuk-fieldset__legend--s"
        values={partsOfDay(value)}
        {...{ ...frame, hint: hint === "" ? "For example 27 3 2026." : hint }}
      />
    );
  if (kind === "line")
    return <Input id={name} name={name} label={said} labelClass="govuk-label--s" value={value} {...frame} />;
  return <Textarea id={name} name={name} label={said} labelClass="govuk-label--s" rows={6} value={value} {...frame} />;
}

function Theirs({
  asks,
  theirs,
}: {
  readonly asks: readonly Ask[];
  readonly theirs: Readonly<Record<string, string>>;
}) {
  return (
    <section aria-labelledby="theirs">
      <h2 class="govuk-heading-m" id="theirs">
        What is saved by now
      </h2>
      <dl class="govuk-summary-list">
        {asks.map(({ id, label }) => (
          <div key={id} class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">{theirs[id] ?? "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
