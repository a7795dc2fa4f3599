/** Choices of any number, all in sight. */
import type { BlockProps } from "../block.ts";
import { ChoiceGroup, type ChoiceGroupProps, type ChoiceItem } from "../choice-group.tsx";
import { ChoiceItems } from "../choice-items.tsx";

export type CheckboxesProps = ChoiceGroupProps &
  Omit<BlockProps, "children"> & {
    readonly items: readonly ChoiceItem[];
    readonly values?: readonly string[] | undefined;
  };

/** GOV.UK checkboxes. */
export function Checkboxes(props: CheckboxesProps) {
  const { items, values = [], class: extra, attributes } = props;
  return (
    <ChoiceGroup group={props}>
      <ChoiceItems
        block="govuk-checkboxes"
        type="checkbox"
        group={props}
        items={items}
        isChecked={({ value }) => values.includes(value)}
        class={extra}
        attributes={attributes}
      />
    </ChoiceGroup>
  );
}
