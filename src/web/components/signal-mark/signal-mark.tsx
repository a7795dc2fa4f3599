/** Says that a figure is unusual: what usual variation does not make. A letter, a shape and a word, never colour alone. */
import type { ProcessPoint } from "../../../domain/judgement/signal.ts";

type Meaning = Exclude<ProcessPoint["meaning"], "common-cause">;

/** What each kind of signal is called. */
export const SIGNAL_FACTS: Readonly<Record<Meaning, { readonly label: string; readonly symbol: string }>> = {
  concern: { label: "Unusual: concern", symbol: "◆" },
  improvement: { label: "Unusual: better", symbol: "◇" },
  "neutral-high": { label: "Unusually high", symbol: "◈" },
  "neutral-low": { label: "Unusually low", symbol: "◈" },
};

export type SignalMarkProps = {
  readonly meaning: Meaning;
  /** "Concern: the latest 7 values are all below the mean of 84.2%." */
  readonly sentence: string;
};

/** The mark, with its whole sentence for those who hear the page. */
export function SignalMark({ meaning, sentence }: SignalMarkProps) {
  const { label, symbol } = SIGNAL_FACTS[meaning];
  return (
    <>
      <span class={`app-signal app-signal--${meaning}`}>
        <span aria-hidden="true">{symbol}</span> {label}
      </span>
      {sentence !== "" && <span class="govuk-visually-hidden">{sentence}</span>}
    </>
  );
}
