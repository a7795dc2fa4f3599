/** Settings by name: listed with what they are for, changed only to what they can be. */
import { AppError } from "../domain/errors.ts";
import { didYouMean } from "../measures/suggest.ts";
import type { By, Store } from "../store/open-store.ts";
import { readSettings, setSetting } from "../store/setting.ts";
import { colourOf, SHIPPED_COLOUR } from "./council-colour.ts";
import { DEFAULT_SETTINGS, type JudgementSettings, settingsOf } from "./judgement-inputs.ts";

type AllSettings = JudgementSettings & { readonly colour: string };
type Name = keyof AllSettings;

const SHIPPED: AllSettings = { ...DEFAULT_SETTINGS, colour: SHIPPED_COLOUR };

const WORDS: Readonly<Record<Name, string>> = {
  authority: "whose targets, comments and editions the store holds, where the data are of several authorities",
  disclosureThreshold: "numbers of people from 1 up to this are hidden from the public",
  neighbourMethod: "how neighbours' figures become one: mean or median",
  neighbourEdition: "edition of the statistical neighbours; empty for the newest loaded",
  laCode: "the authority's three-digit code in published figures; empty to find it by name",
  signOffRoles: "roles that must sign before a scorecard is published",
  colour: "the council's own colour at the head of every page, such as #12436d; dark enough for white words",
};

export type ListedSetting = {
  readonly name: Name;
  readonly value: string;
  readonly isShipped: boolean;
  readonly words: string;
};

/** Every setting, by name. */
export async function listSettings(store: Store): Promise<readonly ListedSetting[]> {
  const stored = await readSettings(store);
  const settings: AllSettings = { ...settingsOf(stored), colour: colourOf(stored) };
  return (Object.keys(WORDS) as Name[]).map((name) => ({
    name,
    value: shown(settings[name]),
    isShipped: !(name in stored),
    words: WORDS[name],
  }));
}

/** Changes a setting. @throws AppError USAGE with what it can be @returns its value as shown */
export async function setChecked(store: Store, by: By, name: string, values: readonly string[]): Promise<string> {
  const known = nameOf(name);
  const value = settingValue(known, values);
  settingsOf({ [known]: value });
  colourOf({ [known]: value });
  await setSetting(store, by, known, value);
  return shown(value);
}

/** Goes back to the shipped value. @throws AppError USAGE for a name there is not */
export async function resetSetting(store: Store, by: By, name: string): Promise<string> {
  const known = nameOf(name);
  await setSetting(store, by, known, null);
  return shown(SHIPPED[known]);
}

function nameOf(name: string): Name {
  const known = (Object.keys(WORDS) as Name[]).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (known === undefined)
    throw new AppError(
      "USAGE",
      `There is no setting "${name}".${didYouMean(name, Object.keys(WORDS))}`,
      `There are: ${Object.keys(WORDS).join(", ")}.`,
    );
  return known;
}

function settingValue(name: Name, values: readonly string[]): unknown {
  if (Array.isArray(SHIPPED[name])) return values;
  const text = values.join(" ");
  return typeof SHIPPED[name] === "number" ? Number(text) : text;
}

function shown(value: unknown): string {
  if (value === null) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
