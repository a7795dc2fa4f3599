/** What only the writer knows, as answered; a gap where it is demanded and missing. */
import { isIsoDate } from "../../../domain/dates.ts";
import { dayInWords } from "../../../domain/period.ts";
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
    blocks: [{ kind: "gap", id: `ask-${id}`, words: ask.label, remedy: gapRemedy(ask, section.heading) }],
  };
};

/** An answer as it is printed: days in words, standing words where nothing was said. */
export function answerWords({ kind, standard = "" }: Ask, answer: string | undefined): string {
  const said = (answer ?? "").trim() === "" ? standard : (answer ?? "").trim();
  return kind === "day" && isIsoDate(said) ? dayInWords(said) : said;
}

function gapRemedy({ hint }: Ask, heading: string): string {
  const where = heading === "" ? "" : ` under “${heading}”`;
  return `${hint ?? "Write it"}${hint === undefined ? where : ""}.`.replace("..", ".");
}
