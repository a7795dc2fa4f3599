/** Finds text that was cut off: it ends in the middle of a sentence, on a word no sentence ends with. */
import type { CheckResult, ReadComment } from "./read-comment.ts";

/** A final full stop may be forgotten; these words cannot be last. */
const CANNOT_END = new Set(
  (
    "a an the and or but nor if of in on at by to for with from into onto than that which who whose when where while whilst as " +
    "is are was were be been being has have had will would can could may might shall should must do does did not very more most " +
    "our their its his her your my such each every any some no both either neither " +
    "young due because although however therefore between during within without under over about against through per via " +
    "going including regarding following approx approximately eg ie number percentage proportion rate average"
  ).split(" "),
);

/** The last word decides, where no full stop, bracket or quote closes the text. */
export function checkEnding({ body }: ReadComment): CheckResult {
  const text = body.trimEnd();
  const last = /(?:^|[\s('"/-])(?<word>[a-z'’]+)\s*[,;:–-]?$/i.exec(text);
  const word = last?.groups?.word;
  const isOpen = /[,;:–-]$/.test(text) || (word !== undefined && CANNOT_END.has(word.toLowerCase()));
  if (text === "" || !isOpen) return { findings: [], read: [] };
  const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, text.length - 30)) + 1);
  return {
    findings: [
      {
        start,
        end: text.length,
        code: "cut-off",
        kind: "fact",
        message: `The text ends in the middle of a sentence: "… ${text.slice(start)}".`,
        remedy: "Finish the sentence.",
      },
    ],
    read: [],
  };
}
