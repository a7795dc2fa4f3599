/** GET /measures/:id/list?window&period&part&by, and POST /measures/:id/list/copy: the children behind a figure, asked for with a reason. */
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { monthOf } from "../../../domain/dates.ts";
import { AppError } from "../../../domain/errors.ts";
import { periodContaining, type WindowId } from "../../../domain/period.ts";
import { CASE_FILE_FORMATS, caseFile, copyNumber } from "../../../services/cases/case-file.ts";
import { type CaseDesk, casesForViewer, exportCases } from "../../../services/cases/cases-for-viewer.ts";
import { codeWordsOf } from "../../../services/cases/code-words.ts";
import type { CaseQuestion } from "../../../services/cases/list-question.ts";
import { dataMonths } from "../../../services/data-months.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { given, readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { choicesOf, LIST_QUERY, type ListQuery, questionOf } from "./list-query.ts";
import { presentList } from "./present.ts";
import { askPurpose, registerPurpose } from "./purpose.tsx";
import { ListPage } from "./view.tsx";

type OfMeasure = { Params: { id: string } };

/** Adds the list, its copies, and the question why it is opened. */
export function registerList(app: FastifyInstance, context: DeskContext): void {
  const { site, desk } = context;
  registerPurpose(app, context);
  app.get<OfMeasure>("/measures/:id/list", { config: { needs: "see-cases" } }, async (request, reply) => {
    const query = readQuery(LIST_QUERY, request.query);
    const question = await askedOf(desk, request, query);
    const asked = askPurpose(request, reply);
    if (asked !== null) return asked;
    const choices = { ...choicesOf(query), ...given({ page: query.page }) };
    const list = await casesForViewer(caseDesk(desk), viewerOf(request), question, choices);
    const words = codeWordsOf(desk.live.current());
    const view = presentList({ list, question, query, words });
    return sendPage(request, reply, renderPage(<ListPage site={siteFor(site, request)} list={view} />));
  });
  app.post<OfMeasure>("/measures/:id/list/copy", { config: { needs: "export-cases" } }, async (request, reply) => {
    const { format, ...query } = readQuery(LIST_QUERY.extend({ format: z.enum(CASE_FILE_FORMATS) }), request.body);
    const question = await askedOf(desk, request, query);
    const { file, number } = await copyOf(desk, request, { question, query, format });
    return reply
      .header(
        "content-disposition",
        `attachment; filename="official-sensitive-${question.measure}-${number}.${format}"`,
      )
      .header("cache-control", "no-store")
      .type(
        format === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      )
      .send(Buffer.from(file));
  });
}

/** The desk as services of cases know it. */
export function caseDesk({ live, store, clock }: Pick<Desk, "live" | "store" | "clock">): CaseDesk {
  return { workspace: live.current(), store, at: clock() };
}

async function askedOf(desk: Desk, request: FastifyRequest<OfMeasure>, query: ListQuery): Promise<CaseQuestion> {
  const measure = desk.live.current().catalogue.measures.get(request.params.id);
  if (measure === undefined)
    throw new AppError(
      "MEASURE_UNKNOWN",
      "There is no measure at this address.",
      "Search for it in the list of measures.",
    );
  const today = desk.clock().toISOString().slice(0, 10);
  const [last = today.slice(0, 7)] = await desk.keep(`months ${today}`, (workspace) => dataMonths(workspace, today));
  return questionOf(measure, query, (window) => lastPeriod(window, last));
}

/** The latest period of a window that has ended with the last month of data, or the one it lies in. */
function lastPeriod(window: WindowId, lastMonth: string): string {
  return periodContaining(window, monthOf(`${lastMonth}-01`).end).id;
}

type Copy = {
  readonly question: CaseQuestion;
  readonly query: ListQuery;
  readonly format: (typeof CASE_FILE_FORMATS)[number];
};

async function copyOf(desk: Desk, request: FastifyRequest, { question, query, format }: Copy) {
  const viewer = viewerOf(request);
  const number = copyNumber(desk.clock(), randomUUID);
  const list = await exportCases(caseDesk(desk), viewer, question, { ...choicesOf(query), number });
  const columns = [
    { name: "person_id", label: "Child" },
    ...list.columns,
    ...(list.daysTaken === null
      ? []
      : [{ name: "measured", label: list.daysTaken.unit === "days" ? "Days" : "Working days" }]),
    ...(list.measure.shape.kind === "summary" ? [{ name: "value", label: "Value" }] : []),
  ];
  const file = await caseFile(format, {
    title: list.measure.title,
    about: [`Part: ${question.part}`, `Period: ${list.period.label}`, `Rows: ${list.rows.length}`],
    columns,
    rows: list.rows,
    mark: { number, person: viewer.actor, at: desk.clock().toISOString(), purpose: viewer.purpose ?? "" },
  });
  return { file, number };
}
