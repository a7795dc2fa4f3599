/** `waymark sign-in`: how people sign in: limits of sessions, the identity provider, and its groups' roles. */
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { parse, stringify } from "yaml";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, type SharedOptions, withStore } from "../context.ts";
import { byOf } from "../typed.ts";
import { command, group, withExamples } from "./options.ts";

/** The command and what it takes. */
export function signInCommand(context: CommandContext): Command {
  const signIn = group("sign-in", "Show or change how people sign in");
  signIn.addCommand(
    command("show", "Print the settings as written").action(async (options: SharedOptions) => {
      const { readWritten } = await import("../../services/people/sign-in-settings.ts");
      const written = await withStore(options, context, readWritten);
      context.out(written === null ? "Local accounts, as shipped.\n" : stringify(written));
    }),
  );
  signIn.addCommand(
    command("set", "Put the settings of a YAML file in force, at once and for everybody")
      .argument("<file>", "the file; docs/how-to/sign-in-with-entra-id.md shows one")
      .action(async (file: string, options: SharedOptions) => {
        const { setSignInSettings } = await import("../../services/people/sign-in-settings.ts");
        const content = readYaml(file);
        const settings = await withStore(options, context, (store) => setSignInSettings(store, byOf(context), content));
        context.out(
          settings.provider === null
            ? "In force: local accounts.\n"
            : `In force: ${settings.provider.name}, ${settings.groups.length} groups with a role. Passwords are now for break-glass accounts only.\n`,
        );
      }),
  );
  signIn.addCommand(
    command("reset", "Go back to local accounts").action(async (options: SharedOptions) => {
      const { setSignInSettings } = await import("../../services/people/sign-in-settings.ts");
      await withStore(options, context, (store) => setSignInSettings(store, byOf(context), null));
      context.out("In force: local accounts, as shipped.\n");
    }),
  );
  signIn.addCommand(check(context));
  return withExamples(signIn, ["waymark sign-in set sign-in.yaml", "waymark sign-in check", "waymark sign-in show"]);
}

function check(context: CommandContext): Command {
  return command("check", "Ask the identity provider to describe itself, without signing anybody in").action(
    async (options: SharedOptions) => {
      const [{ readSignInSettings }, { describeProvider }] = await Promise.all([
        import("../../services/people/sign-in-settings.ts"),
        import("../../services/people/oidc/identity-provider.ts"),
      ]);
      const { provider } = await withStore(options, context, readSignInSettings);
      if (provider === null) {
        context.out("No identity provider is set: people sign in with local accounts.\n");
        return;
      }
      const config = await describeProvider({ provider, environment: context.environment ?? {}, at: context.clock() });
      const { issuer, end_session_endpoint: end } = config.serverMetadata();
      context.out(`${issuer} answers.\nSigning out there too: ${end === undefined ? "not offered" : "offered"}.\n`);
    },
  );
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("FILE_MISSING", `${file} cannot be read: ${why}`, "Give the path of a YAML file.", { cause });
  }
}
