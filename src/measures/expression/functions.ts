/** The functions of the measure language: what each takes and gives. */
import type { FunctionName, ValueType } from "../../domain/expression.ts";

type Signature = { readonly takes: readonly ValueType[]; readonly gives: ValueType };

export const SIGNATURES: Readonly<Record<FunctionName, Signature>> = {
  working_days: { takes: ["date", "date"], gives: "number" },
  days: { takes: ["date", "date"], gives: "number" },
  months_before: { takes: ["date", "number"], gives: "date" },
  months_after: { takes: ["date", "number"], gives: "date" },
  days_before: { takes: ["date", "number"], gives: "date" },
  days_after: { takes: ["date", "number"], gives: "date" },
  age: { takes: ["date", "date"], gives: "number" },
  year_start: { takes: ["date"], gives: "date" },
};
