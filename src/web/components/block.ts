/** What every component takes besides its own properties, and how its classes are joined. */
import type { ComponentChildren } from "preact";

export type Attributes = Readonly<Record<string, string | boolean>>;

export type BlockProps = {
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly children?: ComponentChildren;
};

/** Joins class names, leaving out those that are not there. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
