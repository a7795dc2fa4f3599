/** `waymark people`: who may sign in, with which roles over whom; for administrators at the machine itself. */
import type { Command } from "commander";
import { ROLE_IDS, type Role } from "../../domain/access/roles.ts";
import type { Store } from "../../services/open-store.ts";
import { type CommandContext, type SharedOptions, withStore } from "../context.ts";
import { byOf, listing, withdrawal } from "../typed.ts";
import { choice, command, group, withExamples } from "./options.ts";

type NewPerson = SharedOptions & { readonly name: string; readonly email: string };
type ByEmail = SharedOptions & { readonly email: string };
type NewGrant = ByEmail & {
  readonly role: Role;
  readonly team?: string;
  readonly service?: string;
  readonly ownCasesOf?: string;
  readonly from?: string;
  readonly to?: string;
};
type Tie = ByEmail & { readonly issuer: string; readonly subject: string };

/** The command and what it takes. */
export function peopleCommand(context: CommandContext): Command {
  const people = group("people", "Say who may sign in, with which roles, over whom");
  for (const one of [add(context), breakGlass(context), grant(context), listed(context), invite(context)])
    people.addCommand(one);
  people.addCommand(
    withdrawal("Take a role back, by the id of its grant", context, async (store, id) => {
      const { withdrawGrant } = await import("../../services/people/people.ts");
      await withdrawGrant(store, byOf(context), id);
    }),
  );
  people.addCommand(close(context, "close", "Close an account: its sessions end and nobody signs in with it"));
  people.addCommand(close(context, "reopen", "Open a closed account again"));
  people.addCommand(tie(context));
  people.addCommand(setUp(context));
  return withExamples(people, [
    "waymark people add --name 'Robin Weatherby' --email robin.weatherby@wexcombe.example",
    "waymark people grant --email robin.weatherby@wexcombe.example --role team-manager --team 'Safeguarding North'",
    "waymark people invite --email robin.weatherby@wexcombe.example",
    "waymark people break-glass --name 'Break glass 1' --email break-glass-1@wexcombe.example",
    "waymark people list",
  ]);
}

function add(context: CommandContext): Command {
  return command("add", "Add a person; with no role they see nothing")
    .requiredOption("--name <name>", "their name")
    .requiredOption("--email <address>", "the address they sign in with")
    .action(async ({ name, email, ...options }: NewPerson) => {
      const { addPerson } = await import("../../services/people/people.ts");
      const person = await withStore(options, context, (store) => addPerson(store, byOf(context), { name, email }));
      context.out(`Added: ${person.email}. Give a role with waymark people grant.\n`);
    });
}

function breakGlass(context: CommandContext): Command {
  return command("break-glass", "Add an administrator who signs in with a password when the identity provider is down")
    .requiredOption("--name <name>", "what the account is called")
    .requiredOption("--email <address>", "the address it signs in with")
    .action(async ({ name, email, ...options }: NewPerson) => {
      const [{ addPerson, grantRole }, { invite: inviteTo }] = await Promise.all([
        import("../../services/people/people.ts"),
        import("../../services/people/invitations.ts"),
      ]);
      const { path } = await withStore(options, context, async (store) => {
        const by = byOf(context);
        const { id } = await addPerson(store, by, { name, email, isBreakGlass: true });
        const from = by.at.slice(0, 10);
        await grantRole(store, by, {
          person: id,
          grant: { role: "administrator", scope: { kind: "authority" }, from, to: null },
        });
        return inviteTo(store, by, id);
      });
      context.out(`Added a break-glass account: ${email}. Every sign-in with it stands out in the log.\n`);
      context.out(`Within three days, set its password at ${path} and lock it away.\n`);
    });
}

function grant(context: CommandContext): Command {
  return command("grant", "Give a role, over the whole authority unless a narrower scope is given")
    .requiredOption("--email <address>", "whose")
    .addOption(choice("--role <role>", "the role", ROLE_IDS).makeOptionMandatory())
    .option("--team <name>", "only over this team")
    .option("--service <name>", "only over this service")
    .option("--own-cases-of <worker>", "only over the cases of this worker, by id")
    .option("--from <day>", "first day it holds; today unless given")
    .option("--to <day>", "last day it holds")
    .action(async (options: NewGrant) => {
      const { grantAt } = await import("../../services/people/grant-by-words.ts");
      const words = await withStore(options, context, (store) => grantAt(store, byOf(context), options));
      context.out(`${words}\n`);
    });
}

function listed(context: CommandContext): Command {
  return listing("List people with the roles they hold", context, async (store) => {
    const { listGrants } = await import("../../services/people/grant-by-words.ts");
    return listGrants(store);
  });
}

function invite(context: CommandContext): Command {
  return command("invite", "Make an address, good once and for three days, where a person sets a password")
    .requiredOption("--email <address>", "whom")
    .action(async ({ email, ...options }: ByEmail) => {
      const { invite: inviteTo } = await import("../../services/people/invitations.ts");
      const { path, expiresAt } = await withStore(options, context, async (store) =>
        inviteTo(store, byOf(context), await idOf(store, email)),
      );
      context.out(`Give this to ${email}, after the address of Waymark: ${path}\nIt works once, until ${expiresAt}.\n`);
    });
}

function close(context: CommandContext, verb: "close" | "reopen", summary: string): Command {
  return command(verb, summary)
    .requiredOption("--email <address>", "whose")
    .action(async ({ email, ...options }: ByEmail) => {
      const { closePerson } = await import("../../services/people/close-person.ts");
      const isClosed = verb === "close";
      await withStore(options, context, async (store) =>
        closePerson(store, byOf(context), { id: await idOf(store, email), isClosed }),
      );
      context.out(`${isClosed ? "Closed" : "Open again"}: ${email}.\n`);
    });
}

function tie(context: CommandContext): Command {
  return command("link", "Tie an account to the identity provider's own id of the person")
    .requiredOption("--email <address>", "whose account")
    .requiredOption("--issuer <address>", "the provider's issuer, as in the sign-in settings")
    .requiredOption("--subject <id>", "the provider's id of the person (claim sub)")
    .action(async ({ email, issuer, subject, ...options }: Tie) => {
      const { linkPerson } = await import("../../services/people/oidc/link-person.ts");
      await withStore(options, context, async (store) =>
        linkPerson(store, byOf(context), { id: await idOf(store, email), externalId: `${issuer} ${subject}` }),
      );
      context.out(`Tied: ${email}.\n`);
    });
}

function setUp(context: CommandContext): Command {
  return command("set-up", "Make the one-time address where the first administrator sets up an account").action(
    async (options: SharedOptions) => {
      const { isFirstRun, makeSetUpCode, SET_UP_PAGE } = await import("../../services/people/first-run.ts");
      await withStore(options, context, async (store) => {
        const at = context.clock();
        context.out(
          (await isFirstRun(store, at))
            ? `Within an hour, open this after the address of Waymark: ${SET_UP_PAGE}#${await makeSetUpCode(store, at)}\n`
            : "There is an administrator already; waymark people list names everybody.\n",
        );
      });
    },
  );
}

async function idOf(store: Store, email: string): Promise<string> {
  const { personByAddress } = await import("../../services/people/grant-by-words.ts");
  return (await personByAddress(store, email)).id;
}
