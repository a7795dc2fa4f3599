/** Options several commands share. */
import { Command, Option } from "commander";
import { AppError } from "../../domain/errors.ts";
import { parsePeriod, type WindowId } from "../../domain/period.ts";

/** A command with the options every command has. */
export function command(name: string, summary: string): Command {
  return new Command(name)
    .summary(summary)
    .description(summary)
    .option("--data <folder>", "the data folder", "data")
    .option("--catalogue <folder...>", "further catalogue folders; a later measure of the same id wins");
}

/** A command that only holds others; options belong to those. */
export function group(name: string, summary: string): Command {
  return new Command(name).summary(summary).description(summary);
}

/** Adds --json and --csv. */
export function withFormats(target: Command): Command {
  return target.addOption(new Option("--json", "print JSON").conflicts("csv")).option("--csv", "print CSV");
}

/** Examples at the foot of a command's help. */
export function withExamples(target: Command, examples: readonly string[]): Command {
  return target.addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ ${example}`).join("\n")}\n`);
}

/** One period, or the last one that has ended before the clock's today when none is given. */
export function lastPeriod(window: WindowId, clock: () => Date): string {
  const today = clock().toISOString().slice(0, 10);
  const period = parsePeriod(today, window);
  if (period.end <= today) return period.id;
  const dayBefore = new Date(Date.parse(period.start) - 86_400_000).toISOString().slice(0, 10);
  return window === "year-to-date" || window.startsWith("rolling")
    ? previousMonth(today)
    : parsePeriod(dayBefore, window).id;
}

function previousMonth(day: string): string {
  const month = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2, 1));
  return month.toISOString().slice(0, 7);
}

/** A whole number given as text. @throws AppError USAGE */
export function wholeNumber(name: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || number < 0)
      throw new AppError("USAGE", `--${name} is "${text}".`, "Give a whole number.");
    return number;
  };
}

/** An option that takes one of a few words. */
export function choice(flags: string, words: string, choices: readonly string[], byDefault?: string): Option {
  const option = new Option(flags, words).choices(choices);
  return byDefault === undefined ? option : option.default(byDefault);
}
