/** A measure's explanation as plain text. */
import type { Explanation } from "../services/explain-measure.ts";

/** Definition first, then local settings, worked examples and SQL. */
export function explanationText({ measure, dialect, sql }: Explanation): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Definition", measure.definition],
    ["Shows", measure.shows],
    ["Why", measure.why],
    ["Source", measure.source],
    ["Local", measure.local],
    ["Unit", `${measure.unit}, ${measure.polarity.replaceAll("-", " ")}`],
    ["Windows", measure.timeBasis.join(", ")],
    ["By", measure.breakdowns.join(", ") || "nothing"],
  ];
  const settings = Object.entries(measure.settings).map(([name, { value, words }]) => `  ${name} = ${value}: ${words}`);
  return [
    `${measure.title}  (${measure.id})`,
    "",
    ...facts.filter(([, words]) => words !== undefined).map(([label, words]) => `${`${label}:`.padEnd(12)}${words}`),
    ...(settings.length === 0 ? [] : ["", "Settings:", ...settings]),
    "",
    "Worked examples:",
    ...measure.examples.map(({ it, period, expect }) => `  ${period}: ${it} -> ${expectation(expect)}`),
    "",
    `SQL (${dialect}):`,
    sql,
    "",
  ].join("\n");
}

function expectation(expect: Explanation["measure"]["examples"][number]["expect"]): string {
  return Object.entries(expect)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
