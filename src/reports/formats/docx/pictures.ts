/** Charts for Word: the SVG itself, and the PNG older readers show instead. */
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { ImageRun } from "docx";

/** Pixels drawn for each pixel of the page: small pictures sharp, large ones good enough, as only readers older than 2016 show them. */
const SHARPNESS = { small: 3, large: 1.5 } as const;
const LARGE = 200;

/** The picture at a width in pixels of the page, with what it shows in words. */
export function picture(svg: string, { width, alt }: { readonly width: number; readonly alt: string }): ImageRun {
  const drawn = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.round(width * (width < LARGE ? SHARPNESS.small : SHARPNESS.large)) },
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
