/** GET and POST /admin/settings: what this installation has settled; every change is in the log and can be undone. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../../domain/errors.ts";
import { listSettings, resetSetting, setChecked } from "../../../../services/settings.ts";
import { type DeskContext, siteFor } from "../../../context.ts";
import { byViewer } from "../../../desk.ts";
import { readQuery, textField } from "../../../query.ts";
import { renderPage, sendPage } from "../../../rendered-page.ts";
import { viewerOf } from "../../../viewer.ts";
import { SettingsPage } from "./view.tsx";

const QUERY = z.object({ done: textField });
const FORM = z.object({ name: z.string().max(100), value: z.string().max(2000), deed: z.enum(["set", "reset"]) });
const DONE: Readonly<Record<string, string>> = {
  set: "The setting was changed.",
  reset: "The setting is the shipped one again.",
};

/** Adds the page of settings. */
export function registerSettings(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/admin/settings", { config: { needs: "manage-settings" } }, async (request, reply) => {
    const { done } = readQuery(QUERY, request.query);
    const view = { settings: await listSettings(desk.store), done: DONE[done ?? ""] };
    return sendPage(request, reply, renderPage(<SettingsPage site={siteFor(site, request)} {...view} />));
  });
  app.post("/admin/settings", { config: { needs: "manage-settings" } }, async (request, reply) => {
    const { name, value, deed } = readQuery(FORM, request.body);
    const by = byViewer(desk, viewerOf(request));
    try {
      if (deed === "reset") await resetSetting(desk.store, by, name);
      else await setChecked(desk.store, by, name, valuesOf(value));
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      const settings = await listSettings(desk.store);
      const view = { settings, fault: { name, value, words: `${fault.message} ${fault.remedy}` } };
      return sendPage(request, reply.code(422), renderPage(<SettingsPage site={siteFor(site, request)} {...view} />));
    }
    return reply.redirect(`/admin/settings?done=${deed}`, 303);
  });
}

/** A list is written with commas; one value alone is itself. */
function valuesOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
