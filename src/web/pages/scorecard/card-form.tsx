/** What may be chosen on a scorecard, in one plain form: the choices stand in the address. */
import { Choices } from "../../components/choices/choices.tsx";
import { Select, type SelectOption } from "../../components/select/select.tsx";
import type { CardOptions } from "./choice-options.ts";
import type { ScorecardView } from "./present.ts";

const LIVE = ["lastMonth", "window", "compare", "team", "section", "rating", "direction", "signal"] as const;
const PUBLISHED = ["edition", "compare", "section", "rating", "direction", "signal"] as const;

const LABELS: Readonly<Record<keyof CardOptions, string>> = {
  lastMonth: "Months up to",
  window: "Window of time",
  compare: "Compare with",
  team: "Team",
  edition: "Edition",
  section: "Section",
  rating: "Rating",
  direction: "Direction",
  signal: "Signal",
};

/** The form; a list with one choice only is left out. */
export function CardForm({ scorecard }: { readonly scorecard: ScorecardView }) {
  const { options, path, edition } = scorecard;
  const offered = (edition === null ? LIVE : PUBLISHED).filter((name) => isChoice(options[name]));
  return (
    <Choices action={path} many>
      {offered.map((name) => (
        <Select key={name} id={name} name={name} label={LABELS[name]} options={options[name]} />
      ))}
    </Choices>
  );
}

function isChoice(options: readonly SelectOption[]): boolean {
  return options.length > 1;
}
