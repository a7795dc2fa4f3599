/** Word's elements as the library has them once they are formatted: an object of one name, whose list holds attributes and children. */

/** `{ "w:p": [{ _attr: … }, { "w:r": … }] }` */
export type Formatted = Readonly<Record<string, unknown>>;

/** Children of an element of that name, its attributes among them; undefined where it is another element. */
export function childrenOf(one: unknown, name: string): readonly unknown[] | undefined {
  if (typeof one !== "object" || one === null || !(name in one)) return undefined;
  const children: unknown = (one as Formatted)[name];
  return Array.isArray(children) ? children : [children];
}

/** The element with its children changed; another element as it is. */
export function withChildren<One>(one: One, name: string, change: (children: readonly unknown[]) => unknown): One {
  const children = childrenOf(one, name);
  return children === undefined ? one : ({ [name]: change(children) } as One);
}
