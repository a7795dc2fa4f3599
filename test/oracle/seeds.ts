/** Which worlds the oracle is tried on: the same few every time, or those asked for. */

const FIXED: readonly number[] = [1, 2, 3, 4, 5, 6];

/** The fixed seeds, or those of ORACLE_SEEDS (`ORACLE_SEEDS=101,102`), to look for more. */
export function seedsToTry(): readonly number[] {
  const asked = process.env.ORACLE_SEEDS;
  return asked === undefined ? FIXED : asked.split(",").map(Number);
}
