/** Pictures for Word: the SVG itself, and the PNG older readers show instead, drawn beside each other before the text is written. */
import { createRequire } from "node:module";
import { renderAsync } from "@resvg/resvg-js";
import { ImageRun } from "docx";
import { blocksOf, type Report } from "../../../domain/report/document.ts";
import { pngOf } from "./png.ts";

export type Drawing = {
  readonly png: Buffer;
  /** Height to width. */
  readonly shape: number;
};

/** Drawings by their SVG. */
export type Drawings = ReadonlyMap<string, Drawing>;

/** Pixels across: good enough in print for the few readers that cannot draw the SVG, which Word can since 2016. */
const ACROSS = { chart: 960, trend: 300 } as const;
/** Each holds its pixels until it is packed. */
const AT_ONCE = 4;

/** Every picture of a report, drawn once however often it stands there. */
export async function drawPictures(report: Report): Promise<Drawings> {
  const wanted = [...new Map(picturesOf(report)).entries()];
  const drawings = new Map<string, Drawing>();
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const drawn = await Promise.all(wanted.slice(at, at + AT_ONCE).map(([svg, across]) => draw(svg, across)));
    for (const [svg, drawing] of drawn) drawings.set(svg, drawing);
  }
  return drawings;
}

/** The picture at a width in pixels of the page, with what it shows in words. */
export function picture(
  svg: string,
  { width, alt, drawings }: { readonly width: number; readonly alt: string; readonly drawings: Drawings },
): ImageRun {
  const { png, shape } = drawings.get(svg) ?? { png: Buffer.alloc(0), shape: 1 };
  return new ImageRun({
    type: "svg",
    data: Buffer.from(svg),
    transformation: { width, height: Math.round(shape * width) },
    fallback: { type: "png", data: png },
    altText: { title: "", description: alt, name: alt.slice(0, 60) },
  });
}

function picturesOf(report: Report): readonly (readonly [string, number])[] {
  return blocksOf(report).flatMap((block): readonly (readonly [string, number])[] => {
    if (block.kind === "figure") return [[block.svg, ACROSS.chart]];
    if (block.kind !== "table") return [];
    const cells = block.rows.flatMap((row) => row.cells);
    return cells.flatMap((cell) => (cell.kind === "trend" ? [[cell.svg, ACROSS.trend] as const] : []));
  });
}

async function draw(svg: string, across: number): Promise<readonly [string, Drawing]> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: "width", value: across },
    // Paper: opaque pixels need no reckoning of what shines through.
    background: "white",
    font: { fontFiles: [fontFile()], loadSystemFonts: false, defaultFontFamily: "Noto Sans" },
  });
  const { width, height, pixels } = drawn;
  return [svg, { png: await pngOf({ width, height, bytes: pixels }), shape: height / width }];
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf");
}
