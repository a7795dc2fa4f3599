/** Teams and services by the names the data give them, for choosing whom a role reaches. */
import type { Workspace } from "../workspace.ts";

export type KnownPlaces = {
  readonly services: readonly string[];
  readonly teams: readonly string[];
};

/** Every service and team ever loaded, by name; none where nothing is loaded. */
export async function knownPlaces(workspace: Workspace): Promise<KnownPlaces> {
  if (workspace.manifests.length === 0) return { services: [], teams: [] };
  const { database } = await workspace.open();
  const rows = await database.rows("select distinct name, team_id, service from team order by service, name, team_id");
  const texts = (name: "name" | "service") =>
    [...new Set(rows.map((row) => row[name]))].filter((value): value is string => typeof value === "string").sort();
  return { services: texts("service"), teams: texts("name") };
}
