/** What a writer answered to a template's asks: read from a form or a file, and checked before anything is made of it. */
import { parse } from "yaml";
import { isIsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { Ask } from "../../domain/report/template.ts";
import { didYouMean } from "../../measures/suggest.ts";

export type Answers = Readonly<Record<string, string>>;

/** Characters of one answer: some printed pages. */
const LONGEST = 20_000;

/** What is wrong with answers, by the ask's id; an answer left out is a gap, which is no fault. */
export function faultsInAnswers(asks: readonly Ask[], answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asks.flatMap(({ id, kind, label }) => {
      const answer = (answers[id] ?? "").trim();
      if (answer.length > LONGEST)
        return [[id, `“${label}” must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`]];
      return kind === "day" && answer !== "" && !isIsoDate(answer)
        ? [[id, `“${label}” must be a day there is, such as 27 3 2026`]]
        : [];
    }),
  );
}

/** Answers from a YAML file of ask ids and words. @throws AppError USAGE naming the place at fault */
export function readAnswers(
  text: string,
  { file, asks }: { readonly file: string; readonly asks: readonly Ask[] },
): Answers {
  const read = parsed(text, file);
  const known = asks.map(({ id }) => id);
  const answers: Record<string, string> = {};
  for (const [id, answer] of Object.entries(read)) {
    if (!known.includes(id))
      throw new AppError(
        "USAGE",
        `${file} answers "${id}", which this report does not ask.${didYouMean(id, known)}`,
        known.length === 0 ? "It asks nothing: leave the file out." : `It asks: ${known.join(", ")}.`,
      );
    if (answer !== null && typeof answer === "object")
      throw new AppError("USAGE", `${file}: the answer to "${id}" is not words.`, 'Write words: "…", or | and lines.');
    answers[id] = answer === null ? "" : String(answer).trim();
  }
  const [fault] = Object.entries(faultsInAnswers(asks, answers));
  if (fault !== undefined)
    throw new AppError("USAGE", `${file}: ${fault[0]}: ${fault[1]}.`, "Write days as 2026-03-27.");
  return answers;
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  let read: unknown;
  try {
    read = parse(text);
  } catch (cause) {
    throw new AppError(
      "USAGE",
      `${file} cannot be read as YAML: ${cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause)}`,
      "Write one answer a line: meeting: 2026-06-12.",
      { cause },
    );
  }
  if (read === null) return {};
  if (typeof read === "object" && !Array.isArray(read)) return read as Readonly<Record<string, unknown>>;
  throw new AppError("USAGE", `${file} is not a list of answers.`, "Write one answer a line: meeting: 2026-06-12.");
}
