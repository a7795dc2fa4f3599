/** Choices of any number, all in sight. */
import { type BlockProps, classNames } from "../block.ts";
import { ChoiceGroup, type ChoiceGroupProps, type ChoiceItem, choiceId, groupDescribedBy } from "../choice-group.tsx";
import { Hint } from "../hint/hint.tsx";
import { Label } from "../label/label.tsx";

export type CheckboxesProps = ChoiceGroupProps &
  Omit<BlockProps, "children"> & {
    readonly items: readonly ChoiceItem[];
    readonly values?: readonly string[] | undefined;
  };

/** GOV.UK checkboxes. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, items, values = [], class: extra, attributes } = props;
  return (
    <ChoiceGroup group={props}>
      <div class={classNames("govuk-checkboxes", extra)} {...attributes} data-module="govuk-checkboxes">
        {items.map((item, index) => (
          <Item
            key={item.value}
            name={name}
            id={choiceId(props, item, index)}
            item={item}
            checked={values.includes(item.value)}
            describedBy={props.legend ? undefined : groupDescribedBy(props)}
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
  /** Without a fieldset to hold it, each choice names the group's hint and error itself. */
  readonly describedBy: string | undefined;
};

function Item({ name, id, item, checked, describedBy }: ItemProps) {
  const { value, text, hint, disabled, conditional } = item;
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={value}
          checked={checked}
          disabled={disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={classNames(describedBy, hint && `${id}-item-hint`) || undefined}
        />
        <Label for={id} class="govuk-checkboxes__label">
          {text}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} class="govuk-checkboxes__hint">
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classNames("govuk-checkboxes__conditional", !checked && "govuk-checkboxes__conditional--hidden")}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
