/** Spelled values: which class of a value set a spelling belongs to, by the rules of a small file. Never guesses: what no rule covers is unknown. */

export type ValueClass = {
  readonly name: string;
  /** Codes of the class; none where the set has no code list. */
  readonly codes: readonly string[];
  /** The code a value is kept as when its words name the class and no more. */
  readonly as?: string;
};

/** Spellings that match stand for a code (in which $1 is what the first group caught) or for a class. */
export type ValueRule = { readonly match: RegExp; readonly to: string };

export type ValueSet = {
  readonly name: string;
  readonly classes: readonly ValueClass[];
  readonly rules: readonly ValueRule[];
};

export type NormalisedValue = { readonly class: string; readonly code?: string } | { readonly unknown: true };

const UNKNOWN: NormalisedValue = { unknown: true };

/** The class of a spelling, and its code where the spelling tells it: the first rule that matches decides. */
export function normaliseValue(set: ValueSet, text: string): NormalisedValue {
  const plain = plainSpelling(text);
  if (plain === "") return UNKNOWN;
  for (const { match, to } of set.rules) {
    const found = match.exec(plain);
    if (found === null) continue;
    const known = valueNamed(set, to.replace("$1", found[1]?.toUpperCase() ?? ""));
    if (known !== undefined) return known;
  }
  return UNKNOWN;
}

/** The value a rule names: a class, a code of a class, or nothing ("?": known not to be a value at all). */
export function valueNamed({ classes }: Pick<ValueSet, "classes">, to: string): NormalisedValue | undefined {
  if (to === NOT_A_VALUE) return UNKNOWN;
  const named = classes.find(({ name }) => name === to);
  if (named !== undefined) return { class: named.name, ...(named.codes.length === 1 ? { code: named.codes[0] } : {}) };
  const coded = classes.find(({ codes }) => codes.includes(to));
  return coded === undefined ? undefined : { class: coded.name, code: to };
}

/** Written as the target of a rule that recognises what is no value of the set. */
export const NOT_A_VALUE = "?";

/** The letter that Annex A puts before its values: "q) ", "zz) ". */
const LETTER = /^[a-z]{1,2}\)\s*(?=\S)/;

/** A spelling as the rules see it: lower case, plain quotes and dashes, single blanks, without the letter before it. */
export function plainSpelling(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐-―]/g, "-")
    .replace(/&/g, " and ")
    .replace(/[_\s]+/g, " ")
    .replace(/^['"~.\s]+|['".\s]+$/g, "")
    .replace(LETTER, "");
}
