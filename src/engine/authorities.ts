/** Which published authority ours is, the region it is in, and who its statistical neighbours are. */
import { foldArea } from "../domain/published/observation.ts";
import type { Database } from "../warehouse/database.ts";
import { literal } from "./dialect.ts";

/** An authority as publications know it. */
export type PublishedAuthority = { readonly code: string; readonly name: string; readonly region: string | null };

/** One edition of an authority's statistical neighbours, closest first; several areas may share no code with today's list. */
export type Neighbours = {
  /** `null` when no edition names the authority. */
  readonly edition: string | null;
  readonly neighbours: readonly (PublishedAuthority & { readonly rank: number; readonly closeness: string | null })[];
};

/** Every authority that any loaded list or publication names, by code; the list of authorities is believed first. */
export async function readAuthorities(database: Database): Promise<ReadonlyMap<string, PublishedAuthority>> {
  const rows = await database.rows(
    `select la_code as code, max(la_name) as name, max(region) as region, 1 as belief from local_authority group by la_code
     union all
     select area, max(area_name), max(region), 2 from comparator where area_level = 'authority' group by area
     union all
     select la_code, max(la_name), null, 3 from neighbour where la_name is not null group by la_code
     order by belief, code`,
  );
  const authorities = new Map<string, PublishedAuthority>();
  for (const { code, name, region } of rows) {
    const known = authorities.get(String(code));
    authorities.set(String(code), {
      code: String(code),
      name: known?.name ?? String(name ?? code),
      region: known?.region ?? (typeof region === "string" ? region : null),
    });
  }
  return authorities;
}

/** The authority of that code, else the one whose name is the same but for case and punctuation. */
export function findAuthority(
  authorities: ReadonlyMap<string, PublishedAuthority>,
  { code, name }: { readonly code: string | null; readonly name: string },
): PublishedAuthority | null {
  if (code !== null) return authorities.get(code) ?? null;
  const folded = foldArea(name);
  return [...authorities.values()].find((authority) => foldArea(authority.name) === folded) ?? null;
}

/** The neighbours of an authority in an edition, or in the newest that names it. */
export async function readNeighbours(
  database: Database,
  code: string,
  asked: string | null,
  authorities: ReadonlyMap<string, PublishedAuthority>,
): Promise<Neighbours> {
  const rows = await database.rows(
    `select distinct on (edition, rank) edition, rank, neighbour_code, closeness from neighbour
     where la_code = ${literal(code)}${asked === null ? "" : ` and edition = ${literal(asked)}`}
     order by edition desc, rank, load_id desc`,
  );
  const edition = rows[0] === undefined ? null : String(rows[0].edition);
  return {
    edition,
    neighbours: rows
      .filter((row) => String(row.edition) === edition)
      .map((row) => {
        const neighbour = String(row.neighbour_code);
        const known = authorities.get(neighbour);
        return {
          code: neighbour,
          name: known?.name ?? neighbour,
          region: known?.region ?? null,
          rank: Number(row.rank),
          closeness: typeof row.closeness === "string" ? row.closeness : null,
        };
      }),
  };
}

/** Editions of the neighbour model loaded, newest first. */
export async function neighbourEditions(database: Database): Promise<readonly string[]> {
  const rows = await database.rows("select distinct edition from neighbour order by edition desc");
  return rows.map(({ edition }) => String(edition));
}
