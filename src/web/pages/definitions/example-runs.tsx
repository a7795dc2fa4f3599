/** A draft's worked examples as they came out: expected, came, right or wrong. */
import type { ExampleRun } from "../../../services/definitions/worked-examples.ts";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { countOf } from "../../words.ts";

/** A table of the examples, with a sentence on the whole. */
export function ExampleRuns({ runs }: { readonly runs: readonly ExampleRun[] }) {
  const wrong = runs.filter(({ isRight }) => !isRight).length;
  return (
    <section aria-labelledby="example-runs">
      <h2 class="govuk-heading-m" id="example-runs">
        Worked examples, run
      </h2>
      {runs.length === 0 ? (
        <p class="govuk-body">They are run as soon as nothing else is wrong with the definition.</p>
      ) : (
        <>
          <p class="govuk-body">
            {wrong === 0
              ? `All ${countOf(runs.length, "example")} come out as expected.`
              : `${wrong} of ${runs.length} do not come out as expected: either the definition or the example is wrong.`}
          </p>
          <Table
            class="app-cards"
            caption="Worked examples"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={["It", "Period", "Expected", "Came", "Result"].map((content) => ({ content }))}
            rows={runs.map(({ it, period, expected, came, isRight }) => [
              { content: it },
              { content: period, class: "app-nowrap", attributes: { "data-label": "Period" } },
              { content: expected, attributes: { "data-label": "Expected" } },
              { content: came, attributes: { "data-label": "Came" } },
              {
                content: (
                  <Tag class={isRight ? "govuk-tag--green" : "govuk-tag--red"}>{isRight ? "Right" : "Wrong"}</Tag>
                ),
                attributes: { "data-label": "Result" },
              },
            ])}
          />
        </>
      )}
    </section>
  );
}
