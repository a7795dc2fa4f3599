/** What the shorthand in a table means, above it. */
import { SHORTHAND, type Shorthand } from "../../figure-cell.ts";

/** The key to those shorthands that occur; nothing when none does. */
export function ShorthandKey({ signs }: { readonly signs: readonly Shorthand[] }) {
  if (signs.length === 0) return null;
  return (
    <dl class="app-shorthand-key">
      {signs.map((sign) => (
        <div key={sign} class="app-shorthand-key__row">
          <dt>[{sign}]</dt>
          <dd>{SHORTHAND[sign]}</dd>
        </div>
      ))}
    </dl>
  );
}
