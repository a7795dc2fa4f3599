/** Changes the order and the lines of a scorecard's file as text: indicators and sections moved, taken out, put in. */
import { parseDocument } from "yaml";
import { itemsAt, replaceItems, setKey, yamlOf } from "./edit-yaml.ts";

export type OutlinedIndicator = {
  readonly reference: string;
  readonly measure: string;
  readonly window: string;
  readonly target: string;
};
export type OutlinedSection = { readonly title: string; readonly indicators: readonly OutlinedIndicator[] };

export type OutlineStep =
  | { readonly kind: "move"; readonly section: number; readonly indicator: number | null; readonly by: 1 | -1 }
  | { readonly kind: "remove"; readonly section: number; readonly indicator: number | null }
  | { readonly kind: "add-indicator"; readonly section: number; readonly indicator: OutlinedIndicator }
  | { readonly kind: "add-section"; readonly title: string };

/** The sections of a scorecard's file; `null` when it cannot be read. */
export function outlineOf(text: string): readonly OutlinedSection[] | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) return null;
  const { sections } = (document.toJS() ?? {}) as { readonly sections?: unknown };
  if (!Array.isArray(sections)) return null;
  return sections.map((section: Record<string, unknown>) => ({
    title: String(section.title ?? ""),
    indicators: (Array.isArray(section.indicators) ? section.indicators : []).map((one: Record<string, unknown>) => ({
      reference: String(one.reference ?? ""),
      measure: String(one.measure ?? ""),
      window: String(one.window ?? ""),
      target: targetWords(one.target),
    })),
  }));
}

/** The file after one step; a step that cannot be taken leaves it as it was. */
export function withStep(text: string, step: OutlineStep): string {
  switch (step.kind) {
    case "add-section": {
      const written = `  - ${yamlOf({ title: step.title }).trimEnd()}\n    indicators: []\n`;
      return replaceItems(text, ["sections"], [...itemsAt(text, ["sections"]), written]);
    }
    case "add-indicator":
      return withIndicator(text, step.section, indicatorLine(step.indicator));
    case "move": {
      const path = step.indicator === null ? ["sections"] : ["sections", step.section, "indicators"];
      return swapped(text, path, step.indicator ?? step.section, step.by);
    }
    case "remove":
      return without(text, step);
  }
}

/** The file with another title and description. */
export function withScorecardWords(
  text: string,
  words: { readonly title: string; readonly description: string },
): string {
  const order = ["id", "title", "audience", "period", "description", "judgement", "sections"];
  const titled = setKey(text, { key: "title", value: words.title }, order);
  return setKey(titled, { key: "description", value: words.description === "" ? undefined : words.description }, order);
}

function swapped(text: string, path: readonly (string | number)[], from: number, by: 1 | -1): string {
  const items = [...itemsAt(text, path)];
  const [one, other] = [items[from], items[from + by]];
  if (one === undefined || other === undefined) return text;
  return replaceItems(text, path, items.with(from, other).with(from + by, one));
}

function without(
  text: string,
  { section, indicator }: { readonly section: number; readonly indicator: number | null },
): string {
  const path = indicator === null ? ["sections"] : ["sections", section, "indicators"];
  const items = itemsAt(text, path);
  const left = items.filter((_, index) => index !== (indicator ?? section));
  if (left.length > 0 || items.length === 0) return replaceItems(text, path, left);
  // A section's last indicator leaves an empty list; a card keeps at least one section.
  return indicator === null ? text : emptied(text, section);
}

function emptied(text: string, section: number): string {
  const lines = itemsAt(text, ["sections", section, "indicators"]);
  const gone = replaceItems(text, ["sections", section, "indicators"], [""]);
  if (lines.length === 0) return text;
  const sections = itemsAt(text, ["sections"]);
  const before = sections.slice(0, section).join("").length;
  const start = text.indexOf(sections[section] ?? "", text.indexOf(sections[0] ?? "") + before);
  return gone.slice(0, start) + gone.slice(start).replace(/indicators:[ ]*\n/, "indicators: []\n");
}

function withIndicator(text: string, section: number, line: string): string {
  const path = ["sections", section, "indicators"];
  const items = itemsAt(text, path);
  if (items.length > 0) return replaceItems(text, path, [...items, line]);
  const sections = itemsAt(text, ["sections"]);
  const own = sections[section];
  if (own === undefined) return text;
  return replaceItems(
    text,
    ["sections"],
    sections.with(section, own.replace(/indicators: \[\]\n/, `indicators:\n${line}`)),
  );
}

/** As the files have them: one line, references and targets in quotes. */
function indicatorLine({ reference, measure, window, target }: OutlinedIndicator): string {
  const quoted = (text: string) => JSON.stringify(text);
  const aim = target.trim() === "" ? "" : `, target: ${quoted(target.trim())}`;
  return `      - { reference: ${quoted(reference.trim())}, measure: ${measure.trim()}, window: ${window}${aim} }\n`;
}

function targetWords(target: unknown): string {
  if (typeof target === "object" && target !== null && "text" in target) return String(target.text);
  return target === undefined || target === null ? "" : String(target);
}
