/** What people wrote into a report, put into every new making of it: words are kept by the place they stand at, and what the data now say instead is pointed out. */
import { sha256 } from "../checksums.ts";
import { type Block, blocksOf, type GapBlock, type ListBlock, type ParagraphBlock, type Report } from "./document.ts";
import { markedLines } from "./list-lines.ts";
import { notesInOrder } from "./notes-in-order.ts";
import { editableText, type Referable, referableOf, writtenBlocks } from "./written-text.ts";

/** In place of a paragraph or gap, or after it. */
export const PASSAGE_KINDS = ["replace", "add"] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** Words a person wrote at one place of a report. */
export type Passage = {
  /** The id of the paragraph or gap. */
  readonly block: string;
  readonly kind: PassageKind;
  readonly body: string;
  /** What was generated at that place when it was written, and its fingerprint. */
  readonly generated: string;
  readonly basedOn: string;
  readonly person: string;
  /** ISO day. */
  readonly on: string;
};

/** A passage whose place says something else now than when it was written; `now` is null where the place is gone. */
export type Conflict = { readonly passage: Passage; readonly now: string | null };

/** What a person may replace or add to, where it has an id. */
export type Writable = ParagraphBlock | ListBlock | GapBlock;

/** A place a person may write at, as it was generated. */
export type Place = { readonly block: Writable; readonly generated: string; readonly basedOn: string };

export type DraftedReport = { readonly report: Report; readonly conflicts: readonly Conflict[] };

/** Ends the id of what was added after a block. */
const ADDED = ".added";

/** The places of a report as generated, by id. */
export function placesOf(report: Pick<Report, "sections" | "notes">): ReadonlyMap<string, Place> {
  const places = blocksOf(report).flatMap((block): readonly [string, Place][] => {
    if (!isWritable(block) || block.id === undefined) return [];
    const generated = generatedText(block, report);
    return [[block.id, { block, generated, basedOn: fingerprint(block, generated) }]];
  });
  return new Map(places);
}

/** Puts passages at their places. What was written always stands; where the data say something new beside it, there is a conflict. */
export function applyPassages(report: Report, passages: readonly Passage[]): DraftedReport {
  if (passages.length === 0) return { report, conflicts: [] };
  const places = placesOf(report);
  const referable = referableOf(report);
  const byBlock = Map.groupBy(passages, ({ block }) => block);
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block) =>
      isWritable(block) ? withPassages(block, byBlock.get(block.id ?? "") ?? [], referable) : [block],
    ),
  }));
  const conflicts = passages.flatMap((passage): readonly Conflict[] => {
    const place = places.get(passage.block);
    if (place === undefined) return [{ passage, now: null }];
    return place.basedOn === passage.basedOn ? [] : [{ passage, now: place.generated }];
  });
  return { report: { ...report, sections, notes: notesInOrder(report.notes, sections) }, conflicts };
}

/** The place a block of a drafted report belongs to, and whether it is the block itself or what was added after it. */
export function placeOfBlock(id: string): { readonly block: string; readonly kind: PassageKind } {
  return id.endsWith(ADDED) ? { block: id.slice(0, -ADDED.length), kind: "add" } : { block: id, kind: "replace" };
}

function withPassages(block: Writable, passages: readonly Passage[], referable: Referable): readonly Block[] {
  const { id } = block;
  if (id === undefined) return [block];
  const written = (kind: PassageKind, own: string): readonly Block[] =>
    passages
      .filter((passage) => passage.kind === kind)
      .flatMap(({ body, person, on }) =>
        writtenBlocks(body, referable, { id: own, by: { person, on }, isNumbered: isNumberedPlace(block) }),
      );
  const replaced = written("replace", id);
  return [...(replaced.length > 0 ? replaced : [block]), ...written("add", `${id}${ADDED}`)];
}

/** What is written where a number stood, or would stand, is numbered too. */
function isNumberedPlace(block: Writable): boolean {
  return block.kind !== "list" && block.isNumbered === true;
}

/** What stands there to be edited; a gap has nothing yet, and says what is wanted. */
function generatedText(block: Writable, { notes }: Pick<Report, "notes">): string {
  if (block.kind === "gap") return "";
  if (block.kind === "paragraph") return editableText(block.text, notes);
  const items = block.items.map((item) => editableText(item, notes));
  return markedLines(block, items).join("\n");
}

function isWritable(block: Block): block is Writable {
  return block.kind === "paragraph" || block.kind === "list" || block.kind === "gap";
}

function fingerprint(block: Writable, generated: string): string {
  const said = block.kind === "gap" ? `gap ${block.words}` : `${block.kind} ${generated}`;
  return sha256(Buffer.from(said, "utf8")).slice(0, 16);
}
