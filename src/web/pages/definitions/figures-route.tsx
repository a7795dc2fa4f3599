/** GET /definitions/drafts/:id/figures: both definitions over the last 24 months; longer work goes on in the background. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { WINDOWS, type WindowId } from "../../../domain/period.ts";
import { dataMonths } from "../../../services/data-months.ts";
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import { previewTarget } from "../../../services/definitions/preview-target.ts";
import { draftedMeasures, type KeptRecalculations } from "../../../services/definitions/recalculations.ts";
import { readTargetText } from "../../../services/definitions/target-text.ts";
import type { Site } from "../../context.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { readQuery } from "../../query.ts";
import { type RenderedPage, renderPage, sendPage } from "../../rendered-page.ts";
import { may, viewerOf } from "../../viewer.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { type AtDraft, draftFor } from "./draft-route.tsx";
import { FiguresPage } from "./figures-view.tsx";
import { presentFigures } from "./present-figures.ts";
import { PreviewPage } from "./preview-view.tsx";
import { draftHref } from "./words.ts";

const QUERY = z.object({ window: z.enum(WINDOWS).optional(), done: z.string().max(20).optional() });

/** How long a page waits for figures before it leaves them to the background. */
const PATIENCE_MS = 1_500;

/** Adds the page. */
export function registerFigures(app: FastifyInstance, context: DeskContext, recalculations: KeptRecalculations): void {
  const { site, desk } = context;
  app.get<AtDraft>("/definitions/drafts/:id/figures", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { window } = readQuery(QUERY, request.query);
    const draft = await draftFor(context, request);
    const own = siteFor(site, request);
    const lastMonth = await lastMonthOf(desk);
    if (draft.kind === "target") return sendPage(request, reply, await preview(desk, own, draft, lastMonth));
    const drafted = draftedMeasures(desk, draft);
    if (drafted === null) return sendPage(request, reply, nothingYet(own, draft));
    const asked = windowOf(drafted.after.timeBasis, window);
    const question = { ...drafted, window: asked, lastMonth };
    const running = recalculations(desk.live.current(), question);
    const answer = await Promise.race([running.answer, later(PATIENCE_MS)]);
    if (answer === null) {
      const job = desk.jobs.start({
        kind: "recalculate",
        title: `Work out 24 months of ${draft.title}`,
        startedBy: viewerOf(request).id,
        work: async (tell) => {
          running.listen((done, of) => tell({ step: "Periods worked out", done, of }));
          await running.answer;
          const href = `${draftHref(draft.id, "figures")}?window=${asked}`;
          return { sentence: "Both definitions are worked out.", links: [{ text: "See them side by side", href }] };
        },
      });
      return reply.redirect(`/jobs/${job.id}`, 303);
    }
    const view = presentFigures(answer, {
      id: draft.id,
      measure: drafted.after,
      maySeeCases: may(request.viewer, "see-cases"),
    });
    return sendPage(request, reply, renderPage(<FiguresPage site={own} draft={draft} view={view} />));
  });
}

/** The last month the data speak for. */
export async function lastMonthOf({ live, keep, clock }: Pick<Desk, "live" | "keep" | "clock">): Promise<string> {
  const today = clock().toISOString().slice(0, 10);
  if (live.current().manifests.length === 0) return today.slice(0, 7);
  const months = await keep(`months ${today}`, (workspace) => dataMonths(workspace, today));
  return months[0] ?? today.slice(0, 7);
}

async function preview(desk: Desk, site: Site, draft: DefinitionDraft, lastMonth: string): Promise<RenderedPage> {
  const [before, after] = [readTargetText(draft.base ?? ""), readTargetText(draft.content)];
  const result =
    "faults" in after
      ? null
      : await previewTarget(desk.live.current(), desk.store, {
          subject: draft.subject,
          before: "parts" in before ? before.parts : null,
          after: after.parts,
          lastMonth,
        });
  return renderPage(<PreviewPage site={site} draft={draft} preview={result} />);
}

function nothingYet(site: Site, draft: DefinitionDraft): RenderedPage {
  return renderPage(
    <DraftFrame site={site} draft={draft} part="figures">
      <p class="govuk-body">
        There are no figures yet: either no data is loaded, or something is still wrong with the definition.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={draftHref(draft.id)}>
          Back to the definition
        </a>
      </p>
    </DraftFrame>,
  );
}

function windowOf(windows: readonly WindowId[], asked: WindowId | undefined): WindowId {
  return asked !== undefined && windows.includes(asked) ? asked : (windows[0] ?? "in-month");
}

function later(ms: number): Promise<null> {
  return new Promise((done) => {
    setTimeout(() => done(null), ms).unref();
  });
}
