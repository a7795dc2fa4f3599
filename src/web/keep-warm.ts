/** Works the cards of the first page out before somebody asks: when the server starts, and whenever the data change. */
import type { Desk } from "./desk.ts";
import type { WebServices } from "./services.ts";

const LOOK_EVERY_MS = 10_000;

/** Starts at once and goes on until stopped; one card at a time, so that people's own questions come between. */
export function keepWarm(
  services: Pick<WebServices, "scorecards" | "scorecard" | "loads">,
  { live }: Pick<Desk, "live">,
  every = LOOK_EVERY_MS,
): { readonly stop: () => void; readonly settled: () => Promise<void> } {
  let warmed = "";
  let running = Promise.resolve();
  const look = (): void => {
    const { fingerprint } = live.current();
    if (fingerprint === warmed) return;
    warmed = fingerprint;
    // A card that cannot be made says so on its own page.
    running = running.then(() => warm(services)).catch(() => undefined);
  };
  look();
  const timer = setInterval(look, every).unref();
  return { stop: () => clearInterval(timer), settled: () => running };
}

async function warm(services: Pick<WebServices, "scorecards" | "scorecard" | "loads">): Promise<void> {
  if ((await services.loads()).length === 0) return;
  for (const { id } of await services.scorecards()) await services.scorecard(id, {}).catch(() => null);
}
