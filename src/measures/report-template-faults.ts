/** What is wrong with a template of a report although its parts are well formed: names that lead nowhere, content of another subject, gaps nobody would see. */
import { bracesIn, isPlaceholder, PLACEHOLDERS, placeholdersOf } from "../domain/report/placeholders.ts";
import { type Content, type Layout, type ReportTemplate, referableIn, SUBJECTS_OF } from "../domain/report/template.ts";
import { didYouMean } from "./suggest.ts";

/** Where in the file, as the keys that lead there, and what is wrong, with what to do. */
export type TemplateFault = { readonly path: readonly (string | number)[]; readonly what: string };

type Written = Omit<ReportTemplate, "file">;
type Place = Pick<TemplateFault, "path"> & { readonly name: string };

/** What templates may name: every layout and every scorecard of the catalogue, by id. */
export type Nameable = {
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly scorecards: ReadonlyMap<string, unknown>;
};

/** Every fault, in the file's order. */
export function templateFaults(template: Written, { layouts, scorecards }: Nameable): readonly TemplateFault[] {
  return [
    ...(template.scorecards ?? []).flatMap((id, at) =>
      scorecards.has(id)
        ? []
        : [{ path: ["scorecards", at], what: `there is no scorecard "${id}".${didYouMean(id, scorecards.keys())}` }],
    ),
    ...(template.subject === "challenge" && template.audience !== "internal"
      ? [{ path: ["audience"], what: "packs of teams hold true small numbers and are never public; write internal" }]
      : []),
    ...textFaults(template.reportTitle, { path: ["reportTitle"], name: "the report’s title" }, template),
    ...askFaults(template),
    ...sectionFaults(template),
    ...template.sections.flatMap((section, at) => [
      ...textFaults(
        section.heading,
        { path: ["sections", at, "heading"], name: `the heading of ${section.id}` },
        template,
      ),
      ...section.content.flatMap((content, place) =>
        contentFaults(content, { template, layouts, section, path: ["sections", at, "content", place] }),
      ),
    ]),
  ];
}

/** Asks stand where their answers are shown: once, so that a missing one is one gap. */
function askFaults(template: Written): readonly TemplateFault[] {
  const contents = template.sections.flatMap(({ content }) => content);
  const onCovers = contents.flatMap((content) => (content.kind === "cover" ? content.fields : []));
  const inTexts = [
    template.reportTitle,
    ...template.sections.map(({ heading }) => heading),
    ...template.asks.map(({ standard = "" }) => standard),
    ...contents.flatMap((content) => (content.kind === "text" ? [content.text] : [])),
  ];
  return template.asks.flatMap((ask, at): readonly TemplateFault[] => {
    const path = ["asks", at, "id"];
    const asked = contents.filter((content) => content.kind === "ask" && content.ask === ask.id).length;
    const covered = onCovers.filter(({ text }) => answersIn(text).includes(ask.id)).length;
    const mentioned = inTexts.filter((text) => answersIn(text).includes(ask.id)).length;
    return [
      ...(template.asks.findIndex(({ id }) => id === ask.id) < at
        ? [{ path, what: `two asks are called "${ask.id}"; give one another id` }]
        : []),
      ...(asked + covered + mentioned === 0
        ? [{ path, what: `"${ask.id}" is asked for and stands nowhere; show its answer, or do not ask` }]
        : []),
      ...(ask.isRequired && asked + covered === 0 && mentioned > 0
        ? [
            {
              path,
              what: `"${ask.id}" is required, so it must stand by itself in a section or on the cover, where a gap can be seen`,
            },
          ]
        : []),
      ...(asked + covered > 1
        ? [{ path, what: `"${ask.id}" stands in ${asked + covered} places; let it stand in one` }]
        : []),
      ...textFaults(
        ask.standard ?? "",
        { path: ["asks", at, "standard"], name: `the standard words of ${ask.id}` },
        template,
      ),
    ];
  });
}

function answersIn(text: string): readonly string[] {
  return bracesIn(text).flatMap(({ kind, name }) => (kind === "answer" ? [name] : []));
}

/** Ids are addresses within the report; headings go down one level at a time. */
function sectionFaults({ asks, sections }: Written): readonly TemplateFault[] {
  const seen = new Set(asks.map(({ id }) => `ask-${id}`));
  let level = 0;
  return sections.flatMap((section, at): readonly TemplateFault[] => {
    const faults: TemplateFault[] = [];
    const named = (id: string, path: TemplateFault["path"]): void => {
      if (seen.has(id)) faults.push({ path, what: `the id "${id}" stands twice; give one another id` });
      seen.add(id);
    };
    named(section.id, ["sections", at, "id"]);
    section.content.forEach((content, place) => {
      const path = ["sections", at, "content", place];
      if (content.kind === "text") named(content.id, [...path, "id"]);
      const same = section.content.findIndex((other) => JSON.stringify(other) === JSON.stringify(content));
      if (same < place)
        faults.push({ path, what: `section ${section.id} holds the same ${content.kind} twice; take one out` });
    });
    if (section.heading === "") return faults;
    if (section.level > level + 1)
      faults.push({
        path: ["sections", at, "level"],
        what: `a heading of level ${section.level} follows one of level ${level}; levels go down one at a time`,
      });
    level = section.level;
    return faults;
  });
}

type Holding = {
  readonly template: Written;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly section: Written["sections"][number];
  readonly path: TemplateFault["path"];
};

function contentFaults(content: Content, holding: Holding): readonly TemplateFault[] {
  const { template, layouts, section, path } = holding;
  const place = `section ${section.id}`;
  const wrong = subjectFault(content, holding);
  if (wrong !== null) return [wrong];
  switch (content.kind) {
    case "text":
      return textFaults(content.text, { path: [...path, "text"], name: place }, template);
    case "cover":
      return content.fields.flatMap(({ name, text }, at) =>
        textFaults(text, { path: [...path, "fields", at, "text"], name: `${place}, ${name}` }, template),
      );
    case "ask": {
      const asks = template.asks.map(({ id }) => id);
      return asks.includes(content.ask)
        ? []
        : [
            {
              path: [...path, "ask"],
              what: `${place}: nothing asks for "${content.ask}".${didYouMean(content.ask, asks)}`,
            },
          ];
    }
    case "columns":
    case "indicators":
      return layoutFaults(content, layouts, { place, section, path: [...path, "layout"] });
    default:
      return [];
  }
}

function subjectFault({ kind }: Content, { template: { subject }, section, path }: Holding): TemplateFault | null {
  const subjects = SUBJECTS_OF[kind];
  if (subjects.includes(subject)) return null;
  const words = `section ${section.id}: "${kind}" needs a report about ${subjects.join(", ")}, and this one is about ${subject}`;
  return { path: [...path, "kind"], what: `${words}; take it out, or change the subject` };
}

type Laid = Pick<Holding, "section" | "path"> & { readonly place: string };

function layoutFaults(
  { kind, layout: id }: Extract<Content, { readonly layout: string }>,
  layouts: ReadonlyMap<string, Layout>,
  { place, section, path }: Laid,
): readonly TemplateFault[] {
  const layout = layouts.get(id);
  if (layout === undefined)
    return [{ path, what: `${place}: there is no layout "${id}".${didYouMean(id, layouts.keys())}` }];
  // A wide table on an upright page would be cut.
  return kind === "indicators" && layout.orientation === "landscape" && section.orientation === "portrait"
    ? [{ path, what: `${place}: the layout ${id} is landscape, the section is not; add "orientation: landscape"` }]
    : [];
}

function textFaults(text: string, { path, name: place }: Place, template: Written): readonly TemplateFault[] {
  const parts = referableIn(template);
  const asks = template.asks.map(({ id }) => id);
  const fillable = placeholdersOf(template.subject);
  const isTitle = path.at(-1) === "heading" || path.at(-1) === "reportTitle";
  const whats = bracesIn(text).flatMap(({ kind, name }): readonly string[] => {
    if (kind === "see" && isTitle) return [`${place}: a heading cannot refer to another part; take {see:${name}} out`];
    if (kind === "see" && !parts.includes(name))
      return [`${place}: {see:${name}} names no section with a heading.${didYouMean(name, parts)}`];
    if (kind === "answer" && !asks.includes(name))
      return [`${place}: {answer:${name}} names nothing that is asked for.${didYouMean(name, asks)}`];
    if (kind !== "value") return [];
    if (!isPlaceholder(name))
      return [`${place}: nothing fills {${name}}.${didYouMean(name, Object.keys(PLACEHOLDERS))}`];
    return fillable.includes(name) ? [] : [`${place}: {${name}} says nothing in a report about ${template.subject}`];
  });
  const loose = /[{}]/.test(withoutBraces(text))
    ? [`${place}: a brace is left over; write names in braces in small letters, as {period}`]
    : [];
  return [...whats, ...loose].map((what) => ({ path, what }));
}

function withoutBraces(text: string): string {
  return bracesIn(text).reduce(
    (rest, { kind, name }) => rest.replace(kind === "value" ? `{${name}}` : `{${kind}:${name}}`, ""),
    text,
  );
}
