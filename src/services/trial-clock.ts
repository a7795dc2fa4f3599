/**
 * The time in a trial. Its made-up records end on a fixed day, and a live page asks what is due today: so today, in a trial, is
 * ten days after the records end, and goes on from there at the speed of any other clock.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { addDays } from "../domain/dates.ts";

const OPTIONS = z.looseObject({ endsOn: z.coerce.string() });
const KEPT = z.object({ began: z.iso.datetime(), asOf: z.iso.datetime() });
const DAYS_AFTER_THE_RECORDS = 10;

/**
 * A clock for a trial in this data folder: started once, and never turned back.
 *
 * @param options the YAML file that says when the made-up records end
 */
export function trialClock(data: string, options: string, clock: () => Date): () => Date {
  const { began, asOf } = started(join(data, "trial-clock.json"), options, clock);
  const ahead = Date.parse(asOf) - Date.parse(began);
  return () => new Date(clock().getTime() + ahead);
}

function started(file: string, options: string, clock: () => Date): z.output<typeof KEPT> {
  if (existsSync(file)) return KEPT.parse(JSON.parse(readFileSync(file, "utf8")));
  const { endsOn } = OPTIONS.parse(parse(readFileSync(options, "utf8")));
  const fresh = {
    began: clock().toISOString(),
    asOf: `${addDays(new Date(endsOn).toISOString().slice(0, 10), DAYS_AFTER_THE_RECORDS)}T09:00:00.000Z`,
  };
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `${JSON.stringify(fresh)}\n`);
  return fresh;
}
