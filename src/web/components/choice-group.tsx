/** What radios and checkboxes have around them: the question, its hint, what is wrong. */
import type { ComponentChildren } from "preact";
import { classNames } from "./block.ts";
import { ErrorMessage } from "./error-message/error-message.tsx";
import { Fieldset } from "./fieldset/fieldset.tsx";
import { Hint } from "./hint/hint.tsx";

export type ChoiceItem = {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly hint?: string | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Controls that belong to this choice alone. */
  readonly conditional?: ComponentChildren;
};

export type ChoiceGroupProps = {
  /** What ids are made from: the first choice's is this very text, so that errors can link to it. */
  readonly idPrefix: string;
  readonly name: string;
  readonly legend?: ComponentChildren;
  readonly legendClass?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly groupClass?: string | undefined;
};

/** The id of a choice by its place, from 0. */
export function choiceId({ idPrefix }: ChoiceGroupProps, item: ChoiceItem, index: number): string {
  return item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
}

/** The ids of the group's hint and error; undefined when it has neither. */
export function groupDescribedBy({ idPrefix, hint, error }: ChoiceGroupProps): string | undefined {
  return classNames(hint && `${idPrefix}-hint`, error && `${idPrefix}-error`) || undefined;
}

/** GOV.UK form group around choices. */
export function ChoiceGroup({
  group,
  role,
  children,
}: {
  readonly group: ChoiceGroupProps;
  readonly role?: "group";
  readonly children: ComponentChildren;
}) {
  const { idPrefix, legend, legendClass, hint, error, groupClass } = group;
  const inner = (
    <>
      {hint && <Hint id={`${idPrefix}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${idPrefix}-error`}>{error}</ErrorMessage>}
      {children}
    </>
  );
  const describedBy = groupDescribedBy(group);
  return (
    <div class={classNames("govuk-form-group", error && "govuk-form-group--error", groupClass)}>
      {legend ? (
        <Fieldset legend={legend} legendClass={legendClass} describedBy={describedBy} role={role}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  );
}
