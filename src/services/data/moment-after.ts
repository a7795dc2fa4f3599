/** When a load is accepted: now, but never before a load that stands already, whatever clocks say. Of two loads of a return the later counts. */
import type { Manifest } from "../../warehouse/manifest.ts";

/** An ISO moment later than every load's. */
export function momentAfter(at: string, loads: readonly Pick<Manifest, "acceptedAt">[]): string {
  const last = loads.reduce((latest, { acceptedAt }) => (acceptedAt > latest ? acceptedAt : latest), "");
  return last < at ? at : new Date(Date.parse(last) + 1).toISOString();
}
