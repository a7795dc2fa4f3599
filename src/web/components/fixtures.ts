/** Test support: GOV.UK's own examples of a component, and HTML reduced to what a browser would see the same. */
import { readFileSync } from "node:fs";

export type FixtureOptions = Readonly<Record<string, unknown>>;
export type Fixture = { readonly name: string; readonly options: FixtureOptions; readonly html: string };

/**
 * GOV.UK's examples of a component that use only options ours offers.
 *
 * @param offered option paths: "text", "items[].href"
 */
export function fixtures(component: string, offered: readonly string[]): readonly Fixture[] {
  const file = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const all: readonly Fixture[] = JSON.parse(readFileSync(new URL(file), "utf8")).fixtures;
  return all.filter(({ options }) => optionPaths(options).every((path) => offered.includes(path)));
}

/** The same HTML for the same document: attributes in order, white space folded, entities and optional marks alike. */
export function normaliseHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<([a-z0-9]+)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi, (_, name: string, written: string) => {
      const attributes = [...written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(attributeText);
      return `<${[name, ...attributes.sort()].join(" ")}>`;
    })
    .replace(/\s+/g, " ")
    .replace(/ ?(<[^>]+>) ?/g, "$1")
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&ctdot;/g, "⋯")
    .replace(/&gt;/g, ">")
    .trim();
}

function attributeText([, name = "", value = ""]: RegExpMatchArray): string {
  return `${name}="${value.replace(/\s+/g, " ").trim()}"`;
}

function optionPaths(value: unknown, path = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => optionPaths(item, `${path}[]`));
  if (typeof value !== "object" || value === null) return [path];
  if (path.endsWith("attributes")) return [path];
  return Object.entries(value).flatMap(([key, inner]) => optionPaths(inner, path === "" ? key : `${path}.${key}`));
}
