/** GET and POST /definitions/new: a measure from a template. */
import type { FastifyInstance } from "fastify";
import { relationsOf } from "../../../services/definitions/data-words.ts";
import { beginNew } from "../../../services/definitions/drafts.ts";
import { idOf, newMeasureText, TEMPLATES, type TemplateName } from "../../../services/definitions/new-measure.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { type FormBody, formBody } from "./form-body.ts";
import { NewMeasurePage, type NewMeasureTyped } from "./new-measure-view.tsx";
import { proposes } from "./reach.ts";
import { draftHref } from "./words.ts";

/** Adds the page. */
export function registerNewMeasure(app: FastifyInstance, { site, desk }: DeskContext): void {
  const choices = () => {
    const { catalogue } = desk.live.current();
    return {
      areas: [...new Set([...catalogue.measures.values()].map(({ area }) => area))].sort(),
      relations: relationsOf(catalogue).filter(({ columns }) => columns.some(({ type }) => type === "date")),
    };
  };
  app.get("/definitions/new", proposes(desk), async (request, reply) => {
    const typed = { title: "", area: "", table: "", template: "" };
    const page = <NewMeasurePage site={siteFor(site, request)} {...choices()} typed={typed} faults={{}} />;
    return sendPage(request, reply, renderPage(page));
  });
  app.post("/definitions/new", proposes(desk), async (request, reply) => {
    const typed = typedIn(formBody(request.body));
    const faults = faultsOf(typed, desk.live.current().catalogue.measures);
    if (Object.keys(faults).length > 0) {
      const page = <NewMeasurePage site={siteFor(site, request)} {...choices()} typed={typed} faults={faults} />;
      return sendPage(request, reply.code(422), renderPage(page));
    }
    const { catalogue } = desk.live.current();
    const subject = idOf(typed.title);
    const content = newMeasureText(catalogue, { ...typed, template: typed.template as TemplateName });
    const path = `measures/${typed.area}/${subject}.yaml`;
    const wanted = { kind: "measure", subject, path, title: typed.title, content } as const;
    const draft = await beginNew(desk, byViewer(desk, viewerOf(request)), wanted);
    return reply.redirect(draftHref(draft.id), 303);
  });
}

function typedIn(form: FormBody): NewMeasureTyped {
  return { title: form.one("title"), area: form.one("area"), table: form.one("table"), template: form.one("template") };
}

function faultsOf(
  { title, area, table, template }: NewMeasureTyped,
  known: ReadonlyMap<string, unknown>,
): Readonly<Partial<Record<keyof NewMeasureTyped, string>>> {
  const id = idOf(title);
  return {
    ...(id === "" ? { title: "Give the measure a title." } : {}),
    ...(known.has(id)
      ? { title: `There is a measure of that title already (${id}). Change that one, or give another title.` }
      : {}),
    ...(/^[a-z][a-z-]*$/.test(area) ? {} : { area: "Choose the area it belongs to." }),
    ...(table === "" ? { table: "Choose what it counts." } : {}),
    ...(Object.hasOwn(TEMPLATES, template) ? {} : { template: "Choose what the figure is." }),
  };
}
