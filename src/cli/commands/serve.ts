/** `waymark serve`: starts the web application. */
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { AppError } from "../../domain/errors.ts";
import type { Store } from "../../services/open-store.ts";
import { type CommandContext, catalogueFolders, packageFolder, type SharedOptions } from "../context.ts";
import { command, wholeNumber, withExamples } from "./options.ts";

type Options = SharedOptions & {
  readonly port: number;
  readonly listen: string;
  readonly hostName?: readonly string[];
  readonly proxy?: readonly string[];
  readonly demo?: boolean;
  readonly organisation?: string;
};

/** The command and what it takes. */
export function serveCommand(context: CommandContext): Command {
  const serve = command("serve", "Start the web application")
    .option("--port <port>", "the port; the next free one is taken when it is not free", wholeNumber("port"), 3000)
    .option(
      "--listen <address>",
      "the address to listen on; another than this machine's only behind a proxy",
      "127.0.0.1",
    )
    .option("--host-name <name...>", "the names people reach it by (or WAYMARK_HOST_NAMES, with commas)")
    .option("--proxy <address...>", "the addresses of the proxies in front that bring HTTPS (or WAYMARK_PROXIES)")
    .option("--organisation <name>", "the council's name, at the head of every page")
    .option(
      "--demo",
      "make up an authority and load it first, if that has not been done; anybody may sign in as anybody",
    )
    .action(async (options: Options) => runServe(options, context));
  return withExamples(serve, [
    "waymark serve",
    "waymark serve --demo --port 8080",
    "waymark serve --data /srv/waymark --organisation 'Wexcombe Council'",
    "waymark serve --data /srv/waymark --host-name waymark.wexcombe.example --proxy 127.0.0.1",
  ]);
}

async function runServe(options: Options, terminal: CommandContext): Promise<void> {
  const { environment = {} } = terminal;
  const isDemo = options.demo === true;
  if (isDemo && environment.NODE_ENV === "production")
    throw new AppError(
      "USAGE",
      "A trial lets anybody in as anybody, so it does not start where NODE_ENV is production.",
      "Leave out --demo.",
    );
  const data = isDemo && options.data === "data" ? join(packageFolder(), "demo", "data") : resolve(options.data);
  const context = isDemo ? { ...terminal, clock: await clockOfTrial(data, terminal) } : terminal;
  const catalogue = catalogueFolders({ ...options, data });
  const { openStore } = await import("../../services/open-store.ts");
  const store = await openStore({ data, url: context.storeUrl });
  if (isDemo) await makeDemo({ data, catalogue, store }, context);
  const { url, isOtherPort } = await start(options, context, { data, catalogue, store });
  const hosts = hostNames(options, environment);
  context.err(
    `${isOtherPort ? `Port ${options.port} is taken, so another is used.\n` : ""}Waymark is ready: open ${url}\n(Ctrl+C stops it.)\n`,
  );
  if (!isDemo) await sayHowToSetUp(hosts[0] === undefined ? url : `https://${hosts[0]}`, store, context);
}

type Place = { readonly data: string; readonly catalogue: readonly string[]; readonly store: Store };

async function start(options: Options, context: CommandContext, { data, catalogue, store }: Place) {
  const [{ followWorkspace }, { webServicesOf }, { deskOf }, { sessionGate }, { serve }] = await Promise.all([
    import("../../services/live-workspace.ts"),
    import("../../web/answers.ts"),
    import("../../web/desk.ts"),
    import("../../web/session-gate.ts"),
    import("../../web/serve.ts"),
  ]);
  const { clock, environment = {} } = context;
  const isTrial = options.demo === true;
  const live = followWorkspace({ data, catalogue });
  // The first page should not wait for the generation to be opened, nor the address be printed before there is anything to see.
  // Nothing loaded yet is no fault: somebody must sign in to load it.
  await live
    .current()
    .open()
    .catch((fault: unknown) => {
      if (!(fault instanceof AppError) || fault.code !== "NO_DATA") throw fault;
    });
  const desk = deskOf({ live, store, clock, data, catalogue, isTrial, environment });
  return serve({
    services: webServicesOf(desk),
    desk,
    gate: sessionGate(desk),
    clock,
    host: options.listen,
    port: options.port,
    hosts: hostNames(options, environment),
    proxies: options.proxy ?? listed(environment.WAYMARK_PROXIES),
    log: { level: "warn" },
    organisation: options.organisation ?? (isTrial ? "Wexcombe Council" : "Children’s services"),
  });
}

function hostNames({ hostName }: Options, environment: NonNullable<CommandContext["environment"]>): readonly string[] {
  return hostName ?? listed(environment.WAYMARK_HOST_NAMES);
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** A code is shown to a person at a terminal only: what is not a terminal is most often a log. */
async function sayHowToSetUp(address: string, store: Store, context: CommandContext): Promise<void> {
  const { isFirstRun, makeSetUpCode, SET_UP_PAGE } = await import("../../services/people/first-run.ts");
  if (!(await isFirstRun(store, context.clock()))) return;
  if (!context.isTerminal) {
    context.err("Nobody can administer this installation yet: waymark people set-up, at a terminal here, shows how.\n");
    return;
  }
  const code = await makeSetUpCode(store, context.clock());
  context.err(`Nobody can administer it yet. Within an hour, open ${address}${SET_UP_PAGE}#${code}\n`);
}

/** The size of the demonstration's authority, and when its records end. */
const demoOptions = (): string => join(packageFolder(), "demo", "wexcombe.yaml");

async function clockOfTrial(data: string, { clock }: CommandContext): Promise<() => Date> {
  const { trialClock } = await import("../../services/trial-clock.ts");
  return trialClock(data, demoOptions(), clock);
}

/** Makes up an authority and its last published scorecard, once. */
async function makeDemo({ data, catalogue, store }: Place, context: CommandContext): Promise<void> {
  const [{ prepareDemo }, { publishDemo }, { challengeDemo }, { furnishDemo }, { VERSION }] = await Promise.all([
    import("../../services/prepare-demo.ts"),
    import("../../services/publish-demo.ts"),
    import("../../services/challenge/challenge-demo.ts"),
    import("../../services/furnish-demo.ts"),
    import("../version.ts"),
  ]);
  const request = {
    data,
    catalogue,
    options: demoOptions(),
    at: context.clock(),
    say: (text: string) => context.err(`${text}\n`),
    report: context.progress.report,
  };
  if (await prepareDemo(request)) {
    await publishDemo({ ...request, store, waymark: VERSION });
    await challengeDemo({ ...request, store });
    await furnishDemo({ ...request, store });
  }
  context.progress.clear();
}
