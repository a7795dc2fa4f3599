/** A report's body as HTML: what stands within <main>, in a file of its own or in a page of the web application. */
import type { ComponentChildren, JSX } from "preact";
import { dayInWords } from "../../../domain/period.ts";
import type {
  Block,
  FactsBlock,
  FigureBlock,
  GapBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  Report,
  ReportSection,
  TableBlock,
} from "../../../domain/report/document.ts";
import { pageSize } from "../paper/page-size.ts";
import { Contents, headingWords } from "./contents.tsx";
import { EndNotes, ShorthandList } from "./end.tsx";
import { Inlines } from "./inlines.tsx";
import { chartPicture } from "./picture.ts";
import { anchorOf, type Place, placeOf } from "./place.ts";
import { ReportTable } from "./table.tsx";

export type BodyOptions = {
  /** What stands after a paragraph that a writer may replace, or after a gap: a link to edit it. */
  readonly beside?: (block: ParagraphBlock | ListBlock | GapBlock) => ComponentChildren;
};

type BlockProps<Kind> = { readonly block: Kind; readonly place: Place };

/** Sections, notes and shorthand; the page around it has the one h1. Its look is `BODY_STYLE`. */
export function reportBody(report: Report, options: BodyOptions = {}): JSX.Element {
  return <ReportBody report={report} options={options} />;
}

function ReportBody({ report, options }: { readonly report: Report; readonly options: BodyOptions }) {
  const place = placeOf(report);
  return (
    <div class="app-report">
      {report.sections.map((section) => (
        <Section key={section.id} section={section} place={place} options={options} />
      ))}
      <EndNotes place={place} />
      <ShorthandList place={place} />
    </div>
  );
}

type SectionProps = { readonly section: ReportSection; readonly place: Place; readonly options: BodyOptions };

function Section({ section, place, options }: SectionProps) {
  const { orientation, size, blocks } = section;
  return (
    <div class={`app-report__section app-report__section--${orientation}-${size}`}>
      {blocks.map((block, index) =>
        block.kind === "table" ? (
          <ReportTable key={index} table={block} place={place} paper={pageSize(section)} />
        ) : (
          <OneBlock key={index} block={block} place={place} options={options} />
        ),
      )}
    </div>
  );
}

type Other = Exclude<Block, TableBlock>;

function OneBlock({ block, place, options }: BlockProps<Other> & { readonly options: BodyOptions }) {
  switch (block.kind) {
    case "heading":
      return <Heading block={block} place={place} />;
    case "paragraph":
      return <Paragraph block={block} place={place} options={options} />;
    case "list":
      return <List block={block} place={place} options={options} />;
    case "facts":
      return <Facts block={block} place={place} />;
    case "gap":
      return <Gap block={block} place={place} options={options} />;
    case "figure":
      return <Figure block={block} place={place} />;
    case "contents":
      return <Contents place={place} />;
  }
}

const LEVELS = { 1: "h2", 2: "h3", 3: "h4" } as const;

function Heading({ block, place }: BlockProps<HeadingBlock>) {
  const Level = LEVELS[block.level];
  return (
    <Level id={anchorOf(block.id)} dir="auto" data-block={block.id}>
      {headingWords(block, place)}
    </Level>
  );
}

function Paragraph({ block, place, options }: BlockProps<ParagraphBlock> & { readonly options: BodyOptions }) {
  const { id, text, by } = block;
  return (
    <>
      <p
        dir="auto"
        {...(place.numbering.paragraphs.has(block) ? { class: "app-report__numbered" } : {})}
        {...(id === undefined ? {} : { id: anchorOf(id), "data-block": id })}
      >
        <ParagraphNumber block={block} place={place} />
        <Inlines text={text} place={place} />
      </p>
      {by !== undefined && place.report.audience === "internal" && (
        <p class="app-report__by" dir="auto">{`Written by ${by.person}, ${dayInWords(by.on)}`}</p>
      )}
      {id !== undefined && options.beside?.(block)}
    </>
  );
}

/** Text like the words it stands before, so that it is heard, copied and found. */
function ParagraphNumber({ block, place }: BlockProps<ParagraphBlock | GapBlock>) {
  const number = place.numbering.paragraphs.get(block);
  return number === undefined ? null : (
    <>
      <span class="app-report__paragraph-number">{number}</span>{" "}
    </>
  );
}

function List({ block, place, options }: BlockProps<ListBlock> & { readonly options: BodyOptions }) {
  const items = block.items.map((item, index) => (
    <li key={index} dir="auto">
      <Inlines text={item} place={place} />
    </li>
  ));
  const { id, isOrdered, isLettered = false } = block;
  const named = id === undefined ? {} : { id: anchorOf(id), "data-block": id };
  return (
    <>
      {isOrdered ? (
        <ol {...named} {...(isLettered ? { type: "a" as const } : {})}>
          {items}
        </ol>
      ) : (
        <ul {...named}>{items}</ul>
      )}
      {id !== undefined && options.beside?.(block)}
    </>
  );
}

function Facts({ block, place }: BlockProps<FactsBlock>) {
  return (
    <dl class="app-report__facts">
      {block.rows.map(({ name, text }) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">
            <Inlines text={text} place={place} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Gap({ block, place, options }: BlockProps<GapBlock> & { readonly options: BodyOptions }) {
  return (
    <div class="app-report__gap" id={anchorOf(block.id)} data-block={block.id}>
      <p dir="auto">
        <ParagraphNumber block={block} place={place} />
        <strong>Still to be written:</strong> {block.words}
      </p>
      <p dir="auto">{block.remedy}</p>
      {options.beside?.(block)}
    </div>
  );
}

function Figure({ block, place }: BlockProps<FigureBlock>) {
  const anchor = anchorOf(block.id);
  const title = `${place.numbering.labels.get(block.id)}: ${block.caption}`;
  const svg = chartPicture(block.svg, { id: `${anchor}-chart`, title, words: block.alt });
  return (
    <figure class="app-report__block" id={anchor} data-block={block.id}>
      <figcaption class="app-report__caption" id={`${anchor}-name`} dir="auto">
        {title}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the chart scrolls, so that its words stay readable */}
      <section class="app-report__scroll" tabIndex={0} aria-labelledby={`${anchor}-name`}>
        <div class="app-report__chart" dangerouslySetInnerHTML={{ __html: svg }} />
      </section>
      <p class="app-report__source">
        The same figures are in{" "}
        <a href={`#${anchorOf(block.table)}`}>{place.numbering.labels.get(block.table) ?? "its table"}</a>.
      </p>
    </figure>
  );
}
