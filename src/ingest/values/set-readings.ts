/** The readings of a return whose spelled values are read by value sets. */
import { AppError } from "../../domain/errors.ts";
import type { Readings } from "../contract.ts";
import type { ReadFlag } from "../formats/xlsx-rows.ts";
import { readNothing } from "../mapping/reading.ts";
import { readValueSets } from "./read-value-sets.ts";
import { classReading, codeReading } from "./value-reading.ts";
import { normaliseValue, type ValueSet } from "./value-set.ts";

export type SetReadings = {
  /** Reading: the value set that yields its codes. */
  readonly coded: Readonly<Record<string, string>>;
  /** Reading: the value set and what each of its classes stands for. */
  readonly classed: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>>;
};

/** Makes the readings a mapping names. */
export function setReadings(catalogueDir: string, { coded, classed }: SetReadings): Readings {
  const set = setsOf(catalogueDir);
  return Object.fromEntries([
    ...Object.entries(coded).map(([reading, name]) => [reading, codeReading(set(name))]),
    ...Object.entries(classed).map(([reading, [name, values]]) => [reading, classReading(set(name), values)]),
  ]);
}

/** Whether a yes or no about the child is a yes; `null` when it is not known. */
export function flagReading(catalogueDir: string): ReadFlag {
  const flag = setsOf(catalogueDir)("flag");
  return (text) => {
    const value = normaliseValue(flag, text);
    if ("unknown" in value) return readNothing(text) === null ? undefined : null;
    return value.class === "yes" ? true : value.class === "no" ? false : null;
  };
}

function setsOf(catalogueDir: string): (name: string) => ValueSet {
  const sets = readValueSets(catalogueDir);
  return (name) => {
    const set = sets.get(name);
    if (set === undefined)
      throw new AppError(
        "RETURN_INVALID",
        `There is no value set ${name}.`,
        `Add ${catalogueDir}/reference/spellings/${name}.yaml.`,
      );
    return set;
  };
}
