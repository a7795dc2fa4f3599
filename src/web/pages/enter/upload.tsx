/** GET and POST /enter/upload: figures from a file or pasted from a spreadsheet; and the file to fill in. */
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ENTRY_FIELDS } from "../../../domain/entered-figure.ts";
import { AppError } from "../../../domain/errors.ts";
import { type DeskFigures, deskFigures } from "../../../services/by-hand/desk-figures.ts";
import { gridOf } from "../../../services/by-hand/grid.ts";
import { enterable } from "../../../services/by-hand/may-enter.ts";
import { type RowsRead, readRows } from "../../../services/by-hand/read-rows.ts";
import { saveRows } from "../../../services/by-hand/save-rows.ts";
import { startTypedLoad } from "../../../services/by-hand/start-typed-load.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { readParts, withMultipart } from "../data/multipart.ts";
import { monthChoices } from "./month-words.ts";
import { typedLoadStart } from "./typed-load-start.ts";
import { UploadPage, type UploadView } from "./upload-view.tsx";

const needs = { config: { needs: "enter-figures" } } as const;
const LIMITS = { files: 1, fileBytes: 2_000_000 } as const;
const EMPTY: UploadView = { pasted: "", keep: "none", fault: null, read: null };

/** Adds the pages. */
export function registerUpload(app: FastifyInstance, { site, desk }: DeskContext): void {
  const pageOf = (request: FastifyRequest, view: UploadView) =>
    renderPage(<UploadPage site={siteFor(site, request)} view={view} months={monthsOf(desk.clock())} />);
  app.get("/enter/upload", needs, async (request, reply) => sendPage(request, reply, pageOf(request, EMPTY)));
  app.get<{ Querystring: { readonly month?: string; readonly owner?: string } }>(
    "/enter/go",
    needs,
    async (request, reply) => {
      const { month = "", owner = "" } = request.query;
      return reply.redirect(`/enter/${encodeURIComponent(month)}?${new URLSearchParams({ owner })}`, 303);
    },
  );
  app.get<{ Querystring: { readonly month?: string } }>("/enter/figures.csv", needs, async (request, reply) => {
    const month = request.query.month ?? monthsOf(desk.clock())[0] ?? "";
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month))
      throw new AppError("USAGE", "The address names no month.", "Go back and choose one.");
    const figures = await deskFigures(desk);
    const mine = enterable(figures.measures, figures.owners, viewerOf(request));
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="figures-${month}.csv"`)
      .send(templateOf(mine, figures, month));
  });
  withMultipart(app, LIMITS, (own) => {
    own.post("/enter/upload", needs, async (request, reply) => {
      const form: Record<string, string> = {};
      const files: Buffer[] = [];
      const figures = await deskFigures(desk);
      const viewer = viewerOf(request);
      let view = EMPTY;
      try {
        await readParts(request, form, async (_name, content) => files.push(await bytesOf(content)));
        view = { ...EMPTY, pasted: form.pasted ?? "", keep: form.keep === "good" ? "good" : "none" };
        const read = await readRows(textOf(files, view.pasted), enterable(figures.measures, figures.owners, viewer));
        if (read.rows.length === 0 || (read.issues.length > 0 && view.keep === "none"))
          return sendPage(request, reply.code(422), pageOf(request, { ...view, read }));
        const saved = await saveRows(desk.store, byViewer(desk, viewer), read.rows, figures.known);
        if (saved > 0 && figures.authority !== null)
          startTypedLoad(desk, typedLoadStart(desk, request, figures.authority));
        return read.issues.length === 0
          ? reply.redirect(`/enter?done=${saved > 0 ? "saved" : "unchanged"}`, 303)
          : sendPage(request, reply, pageOf(request, { ...view, read: { ...read, saved } }));
      } catch (fault) {
        if (!(fault instanceof AppError) || fault.code !== "FORM_INVALID") throw fault;
        return sendPage(request, reply.code(422), pageOf(request, { ...view, fault }));
      }
    });
  });
}

export type RowsSaved = RowsRead & { readonly saved?: number };

function monthsOf(now: Date): readonly string[] {
  return monthChoices(now.toISOString().slice(0, 10));
}

async function bytesOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += (piece as Buffer).length;
    if (bytes > LIMITS.fileBytes)
      throw new AppError("FORM_INVALID", "The file is larger than 2 MB.", "Send only the rows of figures.");
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

/** A file goes before what was pasted. */
function textOf(files: readonly Buffer[], pasted: string): string {
  const file = files.find(({ length }) => length > 0);
  if (file === undefined) {
    if (pasted.trim() === "")
      throw new AppError(
        "FORM_INVALID",
        "Choose a file or paste rows.",
        "Copy them from your spreadsheet with their headings.",
      );
    return pasted;
  }
  if (file.includes(0))
    throw new AppError(
      "FORM_INVALID",
      "The file is not a CSV file.",
      "Save the sheet as CSV (comma separated values), UTF-8.",
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

/** What the person is to fill in, with what is known already. */
function templateOf(measures: Parameters<typeof gridOf>[0], { known }: DeskFigures, month: string): string {
  const cell = (text: string): string => {
    const harmless = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  const lines = gridOf(measures, known, month).map(({ measure, period, typed }) =>
    [measure.id, measure.title, period.id, ...ENTRY_FIELDS.map((field) => typed[field])].map(cell).join(","),
  );
  return `${["measure", "title", "period", ...ENTRY_FIELDS].join(",")}\r\n${lines.map((line) => `${line}\r\n`).join("")}`;
}
