/** A measure's form and its written form are two sights of one text; the browser asks for both here. */

export {
  type OutlinedIndicator,
  type OutlinedSection,
  type OutlineStep,
  outlineOf,
  withScorecardWords,
  withStep,
} from "../../measures/edit-scorecard.ts";
export { EXPECTATIONS, type ExampleFields, type GridFields } from "../../measures/example-form.ts";
export {
  type CohortFields,
  type MeasureFields,
  measureFieldsOf,
  type SettingFields,
  SHAPES,
  type ShapeName,
  TEXT_KEYS,
  type TextKey,
  withMeasureFields,
} from "../../measures/measure-form.ts";
