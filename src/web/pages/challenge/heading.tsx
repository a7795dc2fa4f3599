/** A heading at the level its page needs: the same part stands under a page's title and under a team's name. */
import type { ComponentChildren } from "preact";

export type Level = 2 | 3 | 4;

/** h2, h3 or h4. */
export function Heading({
  level,
  class: name = "govuk-heading-m",
  children,
}: {
  readonly level: Level;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const Tag = `h${level}` as const;
  return <Tag class={name}>{children}</Tag>;
}
