/** Where the text of the layout, the fonts and the typesetting process's program lie: in the source, or near the files of a built release. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { AppError } from "../../../domain/errors.ts";

/** The first family is what reports are set in; the others, which Typst brings, have arrows, shapes, Arabic and Hebrew. None of the machine's own is used. */
export const FAMILIES: readonly string[] = ["Noto Sans", "DejaVu Sans Mono", "Libertinus Serif"];

const FACES = [
  "400Regular/NotoSans_400Regular",
  "400Regular_Italic/NotoSans_400Regular_Italic",
  "700Bold/NotoSans_700Bold",
];

/** @throws AppError INTERNAL where the installation lacks them */
export function pdfPlaces(): { readonly folder: string; readonly worker: string; readonly fonts: readonly string[] } {
  const here = import.meta.dirname;
  const folder = found([here, join(here, "../src/reports/formats/pdf")], "report.typ");
  const program = existsSync(join(here, "pdf-worker.js")) ? "pdf-worker.js" : "worker.ts";
  const { resolve } = createRequire(import.meta.url);
  const fonts = FACES.map((face) => dirname(resolve(`@expo-google-fonts/noto-sans/${face}.ttf`)));
  return { folder, worker: join(found([here], program), program), fonts };
}

function found(folders: readonly string[], file: string): string {
  const folder = folders.find((one) => existsSync(join(one, file)));
  if (folder === undefined)
    throw new AppError("INTERNAL", `${file} is not among Waymark's own files.`, "Install Waymark again.");
  return folder;
}
