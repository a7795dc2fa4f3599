/** A choice of one, all choices in sight. */
import { type BlockProps, classNames } from "../block.ts";
import { ChoiceGroup, type ChoiceGroupProps, type ChoiceItem, choiceId } from "../choice-group.tsx";
import { Hint } from "../hint/hint.tsx";
import { Label } from "../label/label.tsx";

export type RadiosProps = ChoiceGroupProps &
  Omit<BlockProps, "children"> & {
    readonly items: readonly ChoiceItem[];
    readonly value?: string | undefined;
  };

/** GOV.UK radios. */
export function Radios(props: RadiosProps) {
  const { name, items, value, class: extra, attributes } = props;
  return (
    <ChoiceGroup group={props}>
      <div class={classNames("govuk-radios", extra)} {...attributes} data-module="govuk-radios">
        {items.map((item, index) => (
          <Item
            key={item.value}
            name={name}
            id={choiceId(props, item, index)}
            item={item}
            checked={value !== undefined && item.value === value}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

type ItemProps = {
  readonly name: string;
  readonly id: string;
  readonly item: ChoiceItem;
  readonly checked: boolean;
};

function Item({ name, id, item, checked }: ItemProps) {
  const { value, text, hint, disabled, conditional } = item;
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={value}
          checked={checked}
          disabled={disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={hint ? `${id}-item-hint` : undefined}
        />
        <Label for={id} class="govuk-radios__label">
          {text}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} class="govuk-radios__hint">
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classNames("govuk-radios__conditional", !checked && "govuk-radios__conditional--hidden")}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
