/** A choice of one, all choices in sight. */
import type { BlockProps } from "../block.ts";
import { ChoiceGroup, type ChoiceGroupProps, type ChoiceItem } from "../choice-group.tsx";
import { ChoiceItems } from "../choice-items.tsx";

export type RadiosProps = ChoiceGroupProps &
  Omit<BlockProps, "children"> & {
    readonly items: readonly ChoiceItem[];
    readonly value?: string | undefined;
  };

/** GOV.UK radios. */
export function Radios(props: RadiosProps) {
  const { items, value, class: extra, attributes } = props;
  return (
    <ChoiceGroup group={props}>
      <ChoiceItems
        block="govuk-radios"
        type="radio"
        group={props}
        items={items}
        isChecked={(item) => value !== undefined && item.value === value}
        class={extra}
        attributes={attributes}
      />
    </ChoiceGroup>
  );
}
