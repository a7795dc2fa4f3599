/** Charts for Word: the SVG itself, and the PNG older readers show instead. */
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { ImageRun } from "docx";

/** Points of a screen to a picture's width, so that print is sharp. */
const SHARPNESS = 3;

/** The picture at a width in pixels of the page, with what it shows in words. */
export function picture(svg: string, { width, alt }: { readonly width: number; readonly alt: string }): ImageRun {
  const drawn = new Resvg(svg, {
    fitTo: { mode: "width", value: width * SHARPNESS },
    font: { fontFiles: [fontFile()], loadSystemFonts: false, defaultFontFamily: "Noto Sans" },
  }).render();
  const height = Math.round((drawn.height / drawn.width) * width);
  return new ImageRun({
    type: "svg",
    data: Buffer.from(svg),
    transformation: { width, height },
    fallback: { type: "png", data: drawn.asPng() },
    altText: { title: "", description: alt, name: alt.slice(0, 60) },
  });
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf");
}
