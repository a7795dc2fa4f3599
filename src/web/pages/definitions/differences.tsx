/** Two texts line by line: taken out and put in told by sign, word and colour. */
import type { DifferenceLine } from "../../../services/definitions/line-differences.ts";

const KIND = {
  same: { sign: " ", words: "" },
  removed: { sign: "−", words: "Taken out: " },
  added: { sign: "+", words: "Put in: " },
} as const;

/** The lines that differ and a few around them. */
export function Differences({
  lines,
  caption,
}: {
  readonly lines: readonly (DifferenceLine | null)[];
  readonly caption: string;
}) {
  if (lines.every((line) => line === null || line.kind === "same"))
    return <p class="govuk-body">The two texts are the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, and keys must reach them
    <section class="app-differences" aria-label={caption} tabIndex={0}>
      <table class="app-differences__table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-visually-hidden">
          <tr>
            <th scope="col">Line before</th>
            <th scope="col">Line after</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) =>
            line === null ? (
              <tr key={index} class="app-differences__gap">
                <td colSpan={3}>
                  <span class="govuk-visually-hidden">Lines left out because they are the same</span>
                  <span aria-hidden="true">⋯</span>
                </td>
              </tr>
            ) : (
              <tr key={index} class={`app-differences__line app-differences__line--${line.kind}`}>
                <td class="app-differences__number">{line.before}</td>
                <td class="app-differences__number">{line.after}</td>
                <td class="app-differences__text">
                  <span class="govuk-visually-hidden">{KIND[line.kind].words}</span>
                  <span aria-hidden="true" class="app-differences__sign">
                    {KIND[line.kind].sign}
                  </span>
                  {line.text}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
