/** Made-up authorities, regions and neighbours that a made-up authority is compared with. None of them exists; no real code starts with a nought. */

export type Place = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly children: number;
};

const NAMES = [
  "Aldermere",
  "Brackenford",
  "Coldbourne",
  "Dunmarsh",
  "Elverstone",
  "Fallowick",
  "Garrowdale",
  "Hartlow Vale",
  "Imberwold",
  "Kestrel Bay",
  "Larkmoor",
  "Merrowby",
  "Nethersea",
  "Ossingfold",
  "Pellmarsh",
] as const;

export const REGIONS = ["Westmarch", "Eastmarch"] as const;

/** Authorities other than the one of the demonstration, whose own figures come from its own records. */
export const PLACES: readonly Place[] = NAMES.map((name, index) => ({
  code: String(index + 2).padStart(3, "0"),
  name,
  region: REGIONS[index % 2] ?? REGIONS[0],
  children: 42_000 + ((index * 7919) % 61_000),
}));

/** The list of authorities, as CSV: the one of the demonstration first. */
export function authoritiesCsv(own: string): string {
  const rows = [{ code: "001", name: own, region: REGIONS[0] }, ...PLACES];
  return lines([
    "la_code,la_name,region,type",
    ...rows.map(({ code, name, region }) => `${code},${name},${region},UA`),
  ]);
}

/** Statistical neighbours of the one authority, as CSV: ten, closest first. */
export function neighboursCsv(own: string): string {
  const closest = PLACES.toSorted((a, b) => a.children - b.children).slice(2, 12);
  const words = ["Very Close", "Close", "Somewhat Close"];
  return lines([
    "la_code,la_name,rank,neighbour_code,closeness",
    ...closest.map(({ code }, index) => `001,${own},${index + 1},${code},${words[Math.floor(index / 4)] ?? "Close"}`),
  ]);
}

export const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");
