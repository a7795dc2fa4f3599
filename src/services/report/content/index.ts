/** The maker of each kind of content, one line each. */
import type { Content } from "../../../domain/report/template.ts";
import type { Made, Maker, Making } from "../making.ts";
import { makeAsk } from "./ask.ts";
import { makeChallenge } from "./challenge.ts";
import { makeChanges } from "./changes.ts";
import { makeCharts } from "./charts.ts";
import { makeColumns } from "./columns.ts";
import { makeComments } from "./comments.ts";
import { makeCounts } from "./counts.ts";
import { makeCover } from "./cover.ts";
import { makeDefinitions } from "./definitions.ts";
import { makeExceptions } from "./exceptions.ts";
import { makeIndicators } from "./indicators.ts";
import { makeMeasure } from "./measure.ts";
import { makeNeighbours } from "./neighbours.ts";
import { makeNotes } from "./notes.ts";
import { makePlainEnglish } from "./plain-english.ts";
import { makeReds } from "./reds.ts";
import { makeSources } from "./sources.ts";
import { makeText } from "./text.ts";
import { makeYears } from "./years.ts";

type Makers = { readonly [Kind in Content["kind"]]?: Maker<Kind> };

const MAKERS: Makers = {
  text: makeText,
  ask: makeAsk,
  cover: makeCover,
  contents: () => ({ blocks: [{ kind: "contents" }] }),
  counts: makeCounts,
  reds: makeReds,
  comments: makeComments,
  indicators: makeIndicators,
  columns: makeColumns,
  exceptions: makeExceptions,
  changes: makeChanges,
  definitions: makeDefinitions,
  notes: makeNotes,
  sources: makeSources,
  neighbours: makeNeighbours,
  charts: makeCharts,
  challenge: makeChallenge,
  measure: makeMeasure,
  years: makeYears,
  "plain-english": makePlainEnglish,
};

/** Makes one piece of a section's content. */
export async function makeContent(content: Content, making: Making): Promise<Made> {
  // Each maker takes the content of its own kind: the record says so, the lookup by kind cannot.
  const maker = MAKERS[content.kind] as Maker<Content["kind"]> | undefined;
  if (maker === undefined) throw new Error(`Nothing makes content of the kind "${content.kind}".`);
  return maker(content as never, making);
}
