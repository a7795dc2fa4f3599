/** Comments, their flags and what is owed, as text for a terminal. */
import type { OwedComment } from "../domain/commentary/owed.ts";
import { shownSubject } from "../domain/commentary/parse-subject.ts";
import type { AnsweredFlag, CommentFlag } from "../domain/commentary.ts";
import type { CheckedComment } from "../domain/scored-card.ts";
import { writeRows } from "./output.ts";

const KIND_WORDS: Readonly<Record<CommentFlag["kind"], string>> = {
  fact: "The words and the data differ",
  suppressed: "Would undo a suppression",
  person: "Could tell of a person",
  unchecked: "Nothing to check it by",
};

/** A comment with its flags, numbered as `comment answer` takes them. */
export function commentText(comment: CheckedComment): string {
  const { id, subject, state, version, author, body, flags } = comment;
  const head = `Comment ${id} on ${shownSubject(subject)}: ${state}, version ${version}, by ${author}`;
  return `${head}\n  ${body.replaceAll("\n", "\n  ")}\n${flagsText(flags)}`;
}

/** Flags, numbered from 1; an answered one carries its answer. */
export function flagsText(flags: readonly (CommentFlag & Partial<Pick<AnsweredFlag, "answer">>)[]): string {
  if (flags.length === 0) return "  No flags.\n";
  return flags
    .map(({ kind, quote, message, remedy, answer }, index) => {
      const said = answer == null ? remedy : `Answered by ${answer.author}: ${answer.reason}`;
      return `  ${index + 1}. ${KIND_WORDS[kind]}: "${quote}"\n     ${message}\n     ${said}\n`;
    })
    .join("");
}

/** Comments in a table, one line each. */
export function commentRows(comments: readonly CheckedComment[]): readonly Readonly<Record<string, unknown>>[] {
  return comments.map(({ id, subject, state, author, due, flags, body }) => ({
    id,
    on: shownSubject(subject),
    state,
    author,
    due: due ?? "",
    "open flags": flags.filter(({ kind, answer }) => kind !== "unchecked" && answer === null).length,
    begins: body.length > 50 ? `${body.slice(0, 50)}…` : body,
  }));
}

/** What is owed, one line each, overdue first. */
export function owedText(owed: readonly OwedComment[], format: "table" | "csv" = "table"): string {
  if (owed.length === 0 && format === "table") return "No comment has been asked for.\n";
  return writeRows(
    owed.map(({ state, owner, due, references, missing, daysLate }) => ({
      state,
      owner,
      due,
      on: references.join(" & "),
      missing: missing.join(" & "),
      "days late": daysLate,
    })),
    format,
  );
}
