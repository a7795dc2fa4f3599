/** A status in a word or two, an adjective; never a link. */
import { type BlockProps, classNames } from "../block.ts";

export type TagProps = BlockProps;

/** GOV.UK tag. Colour by class (`govuk-tag--grey`), meaning by its words. */
export function Tag({ class: extra, attributes, children }: TagProps) {
  return (
    <strong class={classNames("govuk-tag", extra)} {...attributes}>
      {children}
    </strong>
  );
}
