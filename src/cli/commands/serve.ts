/** `waymark serve`: starts the web application. */
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Store } from "../../services/open-store.ts";
import { type CommandContext, catalogueFolders, packageFolder, type SharedOptions } from "../context.ts";
import { command, wholeNumber, withExamples } from "./options.ts";

type Options = SharedOptions & { readonly port: number; readonly demo?: boolean; readonly organisation?: string };

/** The command and what it takes. */
export function serveCommand(context: CommandContext): Command {
  const serve = command("serve", "Start the web application on this machine")
    .option("--port <port>", "the port; the next free one is taken when it is not free", wholeNumber("port"), 3000)
    .option("--organisation <name>", "the council's name, at the head of every page")
    .option("--demo", "make up an authority and load it first, if that has not been done")
    .action(async (options: Options) => runServe(options, context));
  return withExamples(serve, [
    "waymark serve",
    "waymark serve --demo --port 8080",
    "waymark serve --data /srv/waymark --organisation 'Wexcombe Council'",
  ]);
}

async function runServe(options: Options, terminal: CommandContext): Promise<void> {
  const [{ followWorkspace }, { openStore }, { webServicesOf }, { deskOf }, { sessionGate }, { serve }, { keepWarm }] =
    await Promise.all([
      import("../../services/live-workspace.ts"),
      import("../../services/open-store.ts"),
      import("../../web/answers.ts"),
      import("../../web/desk.ts"),
      import("../../web/session-gate.ts"),
      import("../../web/serve.ts"),
      import("../../web/keep-warm.ts"),
    ]);
  const isDemo = options.demo === true;
  const data = isDemo && options.data === "data" ? join(packageFolder(), "demo", "data") : resolve(options.data);
  const context = isDemo ? { ...terminal, clock: await clockOfTrial(data, terminal) } : terminal;
  const catalogue = catalogueFolders({ ...options, data });
  const store = await openStore({ data, url: context.storeUrl });
  if (isDemo) await makeDemo({ data, catalogue, store }, context);
  const live = followWorkspace({ data, catalogue });
  // The first page should not wait for the generation to be opened, nor the address be printed before there is anything to see.
  await live.current().open();
  const desk = deskOf({ live, store, clock: context.clock, data, catalogue, isTrial: isDemo });
  const services = webServicesOf(desk);
  const { url, isOtherPort } = await serve({
    services,
    desk,
    gate: sessionGate(desk),
    clock: context.clock,
    port: options.port,
    organisation: options.organisation ?? (isDemo ? "Wexcombe Council" : "Children’s services"),
  });
  context.err(
    `${isOtherPort ? `Port ${options.port} is taken, so another is used.\n` : ""}Waymark is ready: open ${url}\n(Ctrl+C stops it.)\n`,
  );
  keepWarm(services, desk);
}

/** The size of the demonstration's authority, and when its records end. */
const demoOptions = (): string => join(packageFolder(), "demo", "wexcombe.yaml");

async function clockOfTrial(data: string, { clock }: CommandContext): Promise<() => Date> {
  const { trialClock } = await import("../../services/trial-clock.ts");
  return trialClock(data, demoOptions(), clock);
}

type DemoPlace = { readonly data: string; readonly catalogue: readonly string[]; readonly store: Store };

/** Makes up an authority and its last published scorecard, once. */
async function makeDemo({ data, catalogue, store }: DemoPlace, context: CommandContext): Promise<void> {
  const [{ prepareDemo }, { publishDemo }, { VERSION }] = await Promise.all([
    import("../../services/prepare-demo.ts"),
    import("../../services/publish-demo.ts"),
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
  if (await prepareDemo(request)) await publishDemo({ ...request, store, waymark: VERSION });
  context.progress.clear();
}
