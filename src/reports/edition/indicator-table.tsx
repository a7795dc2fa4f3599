/** A section of an edition as a table: each indicator with its figures, target, comparators, rating and direction in words and shapes. */
import { ARROW_SYMBOLS } from "../../domain/judgement/direction.ts";
import { RATING_FACTS } from "../../domain/judgement/rating.ts";
import { parsePeriod, type ReportingPeriod } from "../../domain/period.ts";
import type { ScoredSection } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { WINDOW_WORDS } from "../../domain/window-words.ts";
import { comparatorShown, shorthandsOf } from "./rows.ts";
import { shortPeriod } from "./short-period.ts";

/** Columns of figures a page has room for. */
const SHOWN_COLUMNS = 6;

/** The table of one section. */
export function IndicatorTable({
  section,
  columns,
}: {
  readonly section: ScoredSection;
  readonly columns: readonly ReportingPeriod[];
}) {
  const shown = columns.slice(-SHOWN_COLUMNS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, and the keyboard must be able to scroll it
    <section class="scroll" tabIndex={0} aria-label={`Indicators: ${section.title}`}>
      <table class="indicators">
        <caption>{section.scope ?? `${section.title}: figures of ${shown.length} periods, oldest first`}</caption>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Measure</th>
            {shown.map((column) => (
              <th scope="col" class="number" key={column.id}>
                {shortPeriod(column)}
              </th>
            ))}
            <th scope="col">Target</th>
            <th scope="col">Rating</th>
            <th scope="col">Direction of travel</th>
            <th scope="col" class="number">
              Neighbours
            </th>
            <th scope="col" class="number">
              Region
            </th>
            <th scope="col" class="number">
              England
            </th>
          </tr>
        </thead>
        <tbody>
          {section.indicators.map((scored) => (
            <IndicatorRow key={scored.reference} scored={scored} columns={shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const COMPARED = [
  ["neighbours", "Neighbours"],
  ["region", "Region"],
  ["england", "England"],
] as const;

function IndicatorRow({
  scored,
  columns,
}: {
  readonly scored: ScoredIndicator;
  readonly columns: readonly ReportingPeriod[];
}) {
  const { label, symbol } = RATING_FACTS[scored.rating.word];
  return (
    <tr id={`indicator-${scored.reference}`}>
      <td data-name="Reference">{scored.reference}</td>
      <th scope="row">
        {scored.title}
        {scored.indicator.window !== columns[0]?.window && (
          <span class="reason">{WINDOW_WORDS[scored.indicator.window]}</span>
        )}
      </th>
      {columns.map((column, index) => (
        <FigureCell key={column.id} scored={scored} column={column} isLatest={index === columns.length - 1} />
      ))}
      <td data-name="Target">{scored.target.shown}</td>
      <td data-name="Rating">
        <span class={`rating rating--${scored.rating.word}`}>
          <span aria-hidden="true">{symbol} </span>
          {label}
        </span>
        <span class="reason">{scored.rating.sentence}</span>
      </td>
      <td data-name="Direction of travel">
        <span aria-hidden="true">{ARROW_SYMBOLS[scored.direction.arrow]} </span>
        {scored.direction.sentence}
      </td>
      {COMPARED.map(([group, name]) => {
        const shown = comparatorShown(scored, group);
        return (
          <td class={shown === "" ? "number empty" : "number"} key={group} data-name={name}>
            {shown}
          </td>
        );
      })}
    </tr>
  );
}

function FigureCell({
  scored,
  column,
  isLatest,
}: {
  readonly scored: ScoredIndicator;
  readonly column: ReportingPeriod;
  readonly isLatest: boolean;
}) {
  const figure = scored.history.find(({ period, window }) => parsePeriod(period, window).end === column.end);
  return (
    <td class={`number ${isLatest ? "latest" : "earlier"}`} data-name={shortPeriod(column)}>
      {figure === undefined
        ? ""
        : figure.status === "value"
          ? `${figure.shown} ${shorthandsOf("value", figure.qualities ?? [])}`.trim()
          : shorthandsOf(figure.status, figure.qualities ?? [])}
    </td>
  );
}
