/** Every look at rows about children is written to the access log before it is given. */
import { type CommandContext, type SharedOptions, withStore } from "./context.ts";

/** What the log says where nobody gave a purpose. */
export const NO_PURPOSE = "not given";

/** Writes down who looks at what and why. */
export async function recordLook(
  options: SharedOptions & { readonly purpose: string },
  context: CommandContext,
  look: { readonly what: "list" | "export"; readonly subject: string; readonly detail: unknown },
): Promise<void> {
  const { user: actor, clock } = context;
  await withStore(options, context, (store) =>
    store.recordAccess({ ...look, actor, at: clock().toISOString(), purpose: options.purpose }),
  );
}
