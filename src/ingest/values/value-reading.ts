/** Readings of spelled values for a mapping: a code, a class, or yes and no; what is not understood is told, never dropped. */
import { type Reader, readNothing } from "../mapping/reading.ts";
import { normaliseValue, type ValueSet } from "./value-set.ts";

/** Reads spellings to codes. A spelling that names only a class is kept as the class's code for others, or left blank, and told of. */
export function codeReading(set: ValueSet): Reader {
  return (text) => {
    const value = normaliseValue(set, text);
    if ("unknown" in value)
      return readNothing(text) ?? { value: null, issue: "CODE_UNKNOWN", valueClass: "unknown spelling" };
    if (value.code !== undefined) return { value: value.code };
    const as = set.classes.find(({ name }) => name === value.class)?.as;
    return as === undefined
      ? { value: null, issue: "VALUE_COARSE", valueClass: "class without code" }
      : { value: as, issue: "VALUE_AS_OTHER", valueClass: "class without code" };
  };
}

/** Reads spellings to what each class stands for: another text, true or false; `null` for a class that says nothing. */
export function classReading(set: ValueSet, values: Readonly<Record<string, string | null>>): Reader {
  return (text) => {
    const value = normaliseValue(set, text);
    if ("unknown" in value)
      return readNothing(text) ?? { value: null, issue: "VALUE_UNKNOWN", valueClass: "unknown spelling" };
    return { value: values[value.class] ?? null };
  };
}
