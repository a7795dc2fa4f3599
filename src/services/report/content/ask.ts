/** What only the writer knows, as answered; a gap where it is demanded and missing. */
import { isIsoDate } from "../../../domain/dates.ts";
import { dayInWords } from "../../../domain/period.ts";
import type { GapBlock } from "../../../domain/report/document.ts";
import type { Ask } from "../../../domain/report/template.ts";
import type { Maker } from "../making.ts";
import { paragraphsOf } from "./text.ts";

export const makeAsk: Maker<"ask"> = ({ ask: id }, { template, filling, section }) => {
  const ask = template.asks.find((one) => one.id === id);
  if (ask === undefined) throw new Error(`${template.file} asks for nothing called "${id}".`);
  const answer = filling.answers[id] ?? "";
  if (answer !== "") return { blocks: paragraphsOf(answer, `ask-${id}`, filling) };
  if (!ask.isRequired) return { blocks: [] };
  return {
    blocks: [gapOf(ask, section.heading)],
  };
};

/** An answer as it is printed: days in words, standing words where nothing was said. */
export function answerWords({ kind, standard = "" }: Ask, answer: string | undefined): string {
  const said = (answer ?? "").trim() === "" ? standard : (answer ?? "").trim();
  return kind === "day" && isIsoDate(said) ? dayInWords(said) : said;
}

/** What stands where an answer is demanded and missing. @param heading of the section it belongs to; "" for the cover */
export function gapOf({ id, label, hint }: Ask, heading: string): GapBlock {
  const remedy = hint ?? (heading === "" ? "It stands on the cover" : `It stands under “${heading}”`);
  return { kind: "gap", id: `ask-${id}`, words: label, remedy: remedy.endsWith(".") ? remedy : `${remedy}.` };
}
