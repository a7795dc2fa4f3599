/** A council's own Word document, opened with suspicion: what cannot be trusted or read is refused, and said why. */
import { AppError } from "../../../../domain/errors.ts";
import { CONTENT_TYPES, type Parts, partText, readParts } from "../package.ts";
import { childOf, childrenOf, descendants, type Element, parseXml } from "../xml.ts";

export type Base = { readonly parts: Parts; readonly document: Element };

const LARGEST = { bytes: 30_000_000, unpacked: 60_000_000, parts: 2_000 } as const;
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MAIN = /wordprocessingml\.(document|template)\.main\+xml$/;
const ACTIVE = /vbaProject|vbaData|activeX|word\/embeddings\//i;
/** Relations that bring in other documents or programs. */
const FOREIGN = /\/(aFChunk|subDocument|oleObject|control|attachedToolbars|vbaProject|frame)$/;
/** Fields that fetch or run something when a document is opened. */
const REACHING = /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|MACROBUTTON|DATABASE)\b/i;

/** @throws AppError WORD_BASE_UNUSABLE where the file is not a Word document, is damaged, or could do harm */
export function openBase(bytes: Uint8Array): Base {
  const parts = unpacked(bytes);
  refuseActive(parts);
  refuseForeign(parts);
  const document = readable(() => parseXml(partText(parts, "word/document.xml")));
  if (
    document.name !== "w:document" ||
    document.attributes["xmlns:w"] !== WORD ||
    childOf(document, "w:body") === undefined
  )
    throw unusable(
      "it is not in the form Word usually saves",
      "Open it in Word and save it as “Word Document (.docx)”.",
    );
  for (const name of parts.keys()) if (/^word\/[^/]+\.xml$/.test(name)) refuseReaching(parts, name);
  return { parts, document };
}

function unpacked(bytes: Uint8Array): Parts {
  if (bytes.length > LARGEST.bytes)
    throw unusable("it is larger than 30 MB", "Take out large pictures and save it again.");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw unusable("it has a password or the old .doc form", "Take the password off, or save it as .docx.");
  let total = 0;
  let count = 0;
  const parts = readable(() =>
    readParts(bytes, (_, size) => {
      total += size;
      count += 1;
      if (total > LARGEST.unpacked || count > LARGEST.parts)
        throw unusable("it unpacks to more than any honest document", "Use a document made in Word.");
      return true;
    }),
  );
  if (!parts.has(CONTENT_TYPES) || !parts.has("word/document.xml"))
    throw unusable("it is not a Word document", "Give a .docx or .dotx saved by Word.");
  return parts;
}

function refuseActive(parts: Parts): void {
  const types = readable(() => parseXml(partText(parts, CONTENT_TYPES)));
  const main = childrenOf(types, "Override").find(({ attributes }) => attributes.PartName === "/word/document.xml");
  const type = main?.attributes.ContentType ?? "";
  if (/macroEnabled/i.test(type) || [...parts.keys()].some((name) => ACTIVE.test(name)))
    throw unusable("it holds macros or embedded objects", "Save it without them, as .docx or .dotx.");
  if (!MAIN.test(type)) throw unusable("it is not a Word document", "Give a .docx or .dotx saved by Word.");
}

/** Links a reader may follow are harmless; a template elsewhere is forgotten later; all else outside is refused. */
function refuseForeign(parts: Parts): void {
  for (const name of parts.keys()) {
    if (!name.endsWith(".rels")) continue;
    const relations = readable(() => parseXml(partText(parts, name)));
    for (const { attributes } of childrenOf(relations, "Relationship")) {
      const { Type: type = "", TargetMode: mode = "" } = attributes;
      const isHarmless = /\/(hyperlink|attachedTemplate)$/.test(type);
      if (FOREIGN.test(type) || (mode === "External" && !isHarmless))
        throw unusable(
          "it draws in something from outside itself",
          "In Word, break the links (File, Info, Edit Links to Files) and insert pictures rather than linking to them.",
        );
    }
  }
}

function refuseReaching(parts: Parts, name: string): void {
  const root = readable(() => parseXml(partText(parts, name)));
  const codes = [
    ...descendants(root, "w:instrText").map(({ children }) => children.join("")),
    ...descendants(root, "w:fldSimple").map(({ attributes }) => attributes["w:instr"] ?? ""),
  ];
  if (codes.some((code) => REACHING.test(code)))
    throw unusable(
      "a field in it fetches or runs something",
      "Replace the field with its text (Ctrl+Shift+F9) and save.",
    );
}

function readable<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw unusable("it is damaged", "Open it in Word, let Word repair it, and save it again.", cause);
  }
}

function unusable(why: string, remedy: string, cause?: unknown): AppError {
  return new AppError("WORD_BASE_UNUSABLE", `The document given as base cannot be used: ${why}.`, remedy, { cause });
}
