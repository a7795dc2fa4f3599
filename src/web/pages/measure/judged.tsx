/** What is said of a measure beside its chart: signals in words, its ratings on scorecards, and what others publish. */
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Table } from "../../components/table/table.tsx";
import { longDate } from "../../words.ts";
import type { CourseView } from "./course.ts";

/** The key of the chart's lines and marks, and what the series signals. */
export function SignalWords({ hasLimits, signals }: Pick<CourseView, "hasLimits" | "signals">) {
  return (
    <>
      {hasLimits && (
        <p class="govuk-body app-muted">
          Thin solid line: mean. Dashed lines: limits. Triangle I: improvement. Square C: concern. Diamond H or L:
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

/** Each scorecard's rating, target and direction. */
export function OnScorecards({ judgements }: Pick<CourseView, "judgements">) {
  if (judgements.length === 0) return null;
  return (
    <section aria-labelledby="judged">
      <h2 class="govuk-heading-m" id="judged">
        How scorecards judge it
      </h2>
      {judgements.map(({ scorecard, title, reference, target, rating, direction }) => (
        <div key={`${scorecard} ${reference}`}>
          <p class="govuk-body">
            <a class="govuk-link" href={`/scorecards/${scorecard}`}>{`${title}, ${reference}`}</a>:{" "}
            <RatingTag word={rating.word} sentence="" /> <DirectionOfTravel {...direction} sentence="" />
          </p>
          <p class="govuk-body">
            {[
              target.shown === "" ? "No target." : `Target: ${target.shown}.`,
              rating.sentence,
              direction.sentence,
            ].join(" ")}
          </p>
        </div>
      ))}
    </section>
  );
}

/** What neighbours, region and England publish. */
export function Beside({ comparators }: Pick<CourseView, "comparators">) {
  if (comparators.length === 0) return null;
  return (
    <section aria-labelledby="beside">
      <h2 class="govuk-heading-m" id="beside">
        Beside other authorities
      </h2>
      <Table
        class="app-cards"
        caption="Published figures of others"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={["Who", "Figure", "Period", "Published in"].map((content) => ({ content }))}
        rows={comparators.map(({ label, shown, members, period, edition, publishedOn, note }) => [
          { content: label },
          {
            content: `${shown}${members ? ` (${members.withValue} of ${members.all} had a figure)` : ""}`,
            attributes: { "data-label": "Figure" },
          },
          { content: period || "None published", attributes: { "data-label": "Period" } },
          {
            content: [edition, publishedOn ? `published ${longDate(publishedOn)}` : "", note ?? ""]
              .filter((part) => part !== "")
              .join("; "),
            attributes: { "data-label": "Published in" },
          },
        ])}
      />
    </section>
  );
}
