/** Makes up what is not about a child: people in the area, and figures typed in by hand. */
import type { Measure } from "../../../src/domain/measure.ts";
import { periodContaining } from "../../../src/domain/period.ts";
import type { Row } from "../world.ts";
import type { Chance } from "./random.ts";

/** Estimates of some years in two versions, with gaps. */
export function populationRows(authority: string, chance: Chance): readonly Row[] {
  return ["0-17", "10-17", "16-17"].flatMap((age_group) =>
    [2021, 2022, 2024]
      .filter((year) => year === 2022 || chance.percent(60))
      .flatMap((year) =>
        ["a", "b"].map((version) => ({
          area: authority,
          age_group,
          year,
          version,
          estimate: 1000 + chance.below(9000),
        })),
      ),
  );
}

/** What was typed in for measures collected by hand: some periods, some whole years, numbers or words or nothing. */
export function typedRows(measures: readonly Measure[], chance: Chance): readonly Row[] {
  return measures.flatMap((measure) => {
    const { shape } = measure;
    if (shape.kind !== "by-hand") return [];
    const window = shape.cadence === "month" ? "in-month" : shape.cadence;
    const days = Array.from(
      { length: 24 },
      (_, month) => `${2023 + Math.floor((month + 6) / 12)}-${String(((month + 6) % 12) + 1).padStart(2, "0")}-15`,
    );
    const periods = [
      ...days.map((day) => periodContaining(window, day)),
      periodContaining("financial-year", "2024-06-01"),
    ];
    const distinct = new Map(periods.map((period) => [period.id, period]));
    return [...distinct.values()]
      .filter(() => chance.percent(75))
      .map((period) => ({
        measure: measure.id,
        area: "authority",
        period: period.id,
        period_start: period.start,
        period_end: period.end,
        ...typedNumbers(chance),
      }));
  });
}

function typedNumbers(chance: Chance): Row {
  return chance.pick<Row>([
    { numerator: chance.below(20), denominator: chance.below(60) },
    { numerator: chance.below(20), denominator: chance.below(60) },
    { numerator: 0, denominator: 0 },
    { value: chance.below(80) },
    { numerator: chance.below(20) },
    { text: "not counted" },
    {},
  ]);
}
