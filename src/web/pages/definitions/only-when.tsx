/** Fields that belong to one choice: always there, under a heading that says when they count; a script hides those that do not. */
import type { ComponentChildren } from "preact";

export type OnlyWhenProps = {
  /** The name of the choice, and the answer these fields belong to. */
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly children: ComponentChildren;
};

/**
 * The fields of one answer. GOV.UK's conditional radios would do the same, but mark each choice as expanded, which no
 * accessibility rule allows of a radio.
 */
export function OnlyWhen({ name, value, words, children }: OnlyWhenProps) {
  return (
    <div class="app-only-when" data-only-when={`${name}=${value}`}>
      <p class="govuk-body-s app-only-when__words app-muted">{words}</p>
      {children}
    </div>
  );
}
