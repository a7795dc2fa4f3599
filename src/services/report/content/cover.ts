/** The cover's fields: names with what each is; a field whose answer is demanded and missing is a gap. */
import type { Block } from "../../../domain/report/document.ts";
import { bracesIn, fillText } from "../../../domain/report/placeholders.ts";
import type { Maker } from "../making.ts";
import { gapOf } from "./ask.ts";

export const makeCover: Maker<"cover"> = ({ fields }, { template, filling, section }) => {
  const missing = template.asks.filter(
    ({ id, isRequired }) =>
      isRequired &&
      (filling.answers[id] ?? "") === "" &&
      fields.some(({ text }) => bracesIn(text).some(({ kind, name }) => kind === "answer" && name === id)),
  );
  const gaps: readonly Block[] = missing.map((ask) => gapOf(ask, section.heading));
  // A field nobody answered and nobody must is left out, rather than printed empty.
  const said = fields.filter(({ text }) =>
    bracesIn(text).every(({ kind, name }) => kind !== "answer" || (filling.answers[name] ?? "") !== ""),
  );
  const rows = said.map(({ name, text }) => ({ name, text: fillText(text, filling) }));
  return { blocks: [...(rows.length === 0 ? [] : [{ kind: "facts", rows } as const]), ...gaps] };
};
