/** Reads what a comment is on as people write it: "29 & 30", "69-72", "36&37", "ID39:", "19a", "1.10", a section or the whole card. */
import type { CommentSubject } from "../commentary.ts";
import { AppError } from "../errors.ts";

/** What the scorecard has to choose from, in its own order. */
export type SubjectChoices = { readonly references: readonly string[]; readonly sections: readonly string[] };

/**
 * @param text references, a section's title, or nothing (or "scorecard") for the whole card
 * @throws AppError COMMENT_SUBJECT_UNKNOWN naming the references there are
 */
export function parseSubject(text: string, { references, sections }: SubjectChoices): CommentSubject {
  const asked = text.trim();
  if (asked === "" || /^(?:the\s+)?(?:whole\s+)?(?:score)?card$/i.test(asked)) return { kind: "scorecard" };
  const section = sections.find((title) => title.trim().toLowerCase() === asked.toLowerCase());
  if (section !== undefined) return { kind: "section", section };
  const found = referencesIn(asked, references);
  if (found !== null) return { kind: "references", references: references.filter((one) => found.has(one)) };
  throw new AppError(
    "COMMENT_SUBJECT_UNKNOWN",
    `"${text}" is neither a reference nor a section of this scorecard.`,
    `Write references such as ${references.slice(0, 3).join(", ") || "1"}, several as "29 & 30" or "69-72", or a section's title.`,
  );
}

/** How a subject is written: "29 & 30", "69-72" where at least three follow each other. */
export function shownSubject(subject: CommentSubject, references: readonly string[] = []): string {
  if (subject.kind === "scorecard") return "Whole scorecard";
  if (subject.kind === "section") return subject.section;
  const places = subject.references.map((one) => references.indexOf(one));
  const isRun = places.length > 2 && places.every((place, index) => place >= 0 && place === (places[0] ?? 0) + index);
  return isRun ? `${subject.references[0]}-${subject.references.at(-1)}` : subject.references.join(" & ");
}

/** @returns the references named, or `null` when a part of the text is none of them */
function referencesIn(text: string, references: readonly string[]): ReadonlySet<string> | null {
  const bare = text
    .replace(/^\s*(?:IDs?|refs?|references?|measures?|indicators?)\b\.?\s*/i, "")
    .replace(/^ID(?=\d)/i, "");
  const parts = bare.replace(/[:.]\s*$/, "").split(/\s*(?:&|,|;|\+|\band\b)\s*(?:ID\s*)?/i);
  const found = new Set<string>();
  for (const part of parts) {
    const named = referencesOfPart(part.trim(), references);
    if (named === null) return null;
    for (const reference of named) found.add(reference);
  }
  return found.size === 0 ? null : found;
}

function referencesOfPart(part: string, references: readonly string[]): readonly string[] | null {
  const placeOf = (name: string) => references.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  if (placeOf(part) >= 0) return [references[placeOf(part)] ?? part];
  const [first, last, ...more] = part.split(/\s*(?:-|–|\bto\b)\s*/i);
  if (first === undefined || last === undefined || more.length > 0) return letteredOf(part, references);
  // 69-72 takes 72a too where the card has no plain 72.
  const from = placeOf(first) >= 0 ? placeOf(first) : references.indexOf(letteredOf(first, references)?.at(0) ?? "");
  const to = placeOf(last) >= 0 ? placeOf(last) : references.lastIndexOf(letteredOf(last, references)?.at(-1) ?? "");
  return from < 0 || to < from ? null : references.slice(from, to + 1);
}

/** 19 stands for 19a, 19b and 19c where the card has only those. */
function letteredOf(part: string, references: readonly string[]): readonly string[] | null {
  if (!/^\d+$/.test(part)) return null;
  const lettered = references.filter((one) => new RegExp(`^${part}[a-z]$`, "i").test(one));
  return lettered.length === 0 ? null : lettered;
}
