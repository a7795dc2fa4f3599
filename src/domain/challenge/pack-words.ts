/** What is said of a pack's lines and caseloads: the same on its pages and in its reports. */
import type { ExceptionKind, PackLine, TeamPack } from "./team-pack.ts";

export const EXCEPTION_WORDS: Readonly<Record<ExceptionKind, string>> = {
  red: "Red",
  "amber-falling": "Amber and worse",
  unusual: "Unusual",
  recognise: "Recognise",
};

/** Why a line stands where it does: its rating, its direction, its signal, and a warning where it rests on few. */
export function lineSentences({ rating, direction, signal, isOfFew }: PackLine): readonly string[] {
  return [
    ...(rating.word === "not-rated" ? [] : [rating.sentence]),
    // Where only a signal stands out, "similar" beside it says nothing.
    ...(["cannot-compare", "similar"].includes(direction.meaning) && rating.word === "not-rated"
      ? []
      : [direction.sentence]),
    ...(signal === null ? [] : [signal]),
    ...(isOfFew ? ["Fewer than 5 cases: look at each of them, not at the percentage."] : []),
  ];
}

/** "12 workers hold 180 children, 15.0 each on average; the most is 24." */
export function caseloadWords(caseloads: TeamPack["caseloads"]): string {
  const [most] = caseloads;
  if (most === undefined) return "No worker of this team holds a case.";
  const total = caseloads.reduce((sum, { children }) => sum + children, 0);
  const average = (total / caseloads.length).toFixed(1);
  return `${counted(caseloads.length, "worker", "workers")} hold ${counted(total, "child", "children")}, ${average} each on average; the most is ${most.children}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
