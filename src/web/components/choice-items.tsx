/** The choices of radios and checkboxes: a control with its name, a hint, and controls that belong to it alone. */
import type { BlockProps } from "./block.ts";
import { classNames } from "./block.ts";
import { type ChoiceGroupProps, type ChoiceItem, choiceId, groupDescribedBy } from "./choice-group.tsx";
import { Hint } from "./hint/hint.tsx";
import { Label } from "./label/label.tsx";

export type ChoiceItemsProps = Omit<BlockProps, "children"> & {
  readonly block: "govuk-radios" | "govuk-checkboxes";
  readonly type: "radio" | "checkbox";
  readonly group: ChoiceGroupProps;
  readonly items: readonly ChoiceItem[];
  readonly isChecked: (item: ChoiceItem) => boolean;
};

/** The list of choices. */
export function ChoiceItems(props: ChoiceItemsProps) {
  const { block, group, items, class: extra, attributes } = props;
  return (
    <div class={classNames(block, extra)} {...attributes} data-module={block}>
      {items.map((item, index) => (
        <Choice key={item.value} list={props} id={choiceId(group, item, index)} item={item} />
      ))}
    </div>
  );
}

type ChoiceProps = { readonly list: ChoiceItemsProps; readonly id: string; readonly item: ChoiceItem };

function Choice({ list: { block, type, group, isChecked }, id, item }: ChoiceProps) {
  const { value, text, hint, disabled, conditional } = item;
  // Without a fieldset to hold them, checkboxes name the group's hint and error each themselves.
  const ofGroup = type === "checkbox" && !group.legend ? groupDescribedBy(group) : undefined;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={group.name}
          type={type}
          value={value}
          checked={isChecked(item)}
          disabled={disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={classNames(ofGroup, hint && `${id}-item-hint`) || undefined}
        />
        <Label for={id} class={`${block}__label`}>
          {text}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} class={`${block}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classNames(`${block}__conditional`, !isChecked(item) && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
