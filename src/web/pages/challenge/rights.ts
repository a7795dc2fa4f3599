/** What of a team's pack the viewer may see: workers by name, and lists of children. */
import { mayWithTeam } from "../../../services/challenge/context.ts";
import type { Exchange } from "./exchange.ts";
import type { PackRights } from "./present.ts";

/** Rights over one team. */
export async function rightsOver({ desk, who }: Pick<Exchange, "desk" | "who">, team: string): Promise<PackRights> {
  const [maySeeWorkers, maySeeCases] = await Promise.all([
    mayWithTeam(desk, who, { permission: "see-teams", team }),
    mayWithTeam(desk, who, { permission: "see-cases", team }),
  ]);
  return { maySeeWorkers, maySeeCases };
}
