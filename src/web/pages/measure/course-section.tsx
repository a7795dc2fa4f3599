/** The course of a measure through time: chart, key, notes, signals and the same figures as a table. */
import { Choices } from "../../components/choices/choices.tsx";
import { Details } from "../../components/details/details.tsx";
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { Select } from "../../components/select/select.tsx";
import type { CourseView } from "./course.ts";
import { FigureLines } from "./figure-lines.tsx";
import type { MeasureView } from "./present.ts";

/** The first section of the page. */
export function Course({ measure }: { readonly measure: MeasureView }) {
  const { course } = measure;
  return (
    <section aria-labelledby="course">
      <h2 class="govuk-heading-m" id="course">
        {`Through time: ${measure.window.toLowerCase()}`}
      </h2>
      <Choices action={`/measures/${measure.id}`}>
        <input type="hidden" name="window" value={measure.windowId} />
        {measure.audience === "published" && <input type="hidden" name="seen" value="published" />}
        <Select id="lastMonth" name="lastMonth" label="Last month shown" options={measure.lastMonths} />
      </Choices>
      <FigureChart {...course.chart} />
      <NotesKey notes={course.notes} />
      <SignalWords {...course} />
      <Details summary="The figures in the chart as a table">
        <FigureLines table={course.table} caption={`${measure.title}, newest first`} of="Period" />
      </Details>
    </section>
  );
}

/** What the numbers on the chart stand for. */
function NotesKey({ notes }: Pick<CourseView, "notes">) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Notes on the chart</h3>
      <ol class="govuk-list govuk-list--number">
        {notes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </>
  );
}

/** The key of the chart's lines and marks, and what the series signals. */
function SignalWords({ hasLimits, signals }: Pick<CourseView, "hasLimits" | "signals">) {
  return (
    <>
      {hasLimits && (
        <p class="govuk-body app-muted">
          Thin solid line: mean. Short dashes: limits. Triangle I: improvement. Square C: concern. Diamond H or L:
          unusually high or low. Circle: usual variation.
        </p>
      )}
      {signals.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {signals.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}
