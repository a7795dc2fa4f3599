/** Drafts as pages with forms use them: `readDraft` to fill a form with what its writer had not sent yet. */
import type { FastifyRequest } from "fastify";
import { type Draft, findDraft, removeDraft } from "../services/people/drafts.ts";
import type { Desk } from "./desk.ts";
import type { Viewer } from "./viewer.ts";

/** What the viewer wrote on the form of a page and did not send; `null` when nothing. `form` is the page's address with its query. */
export function readDraft(
  { store }: Pick<Desk, "store">,
  { id }: Pick<Viewer, "id">,
  form: string,
): Promise<Draft | null> {
  return findDraft(store, id, form);
}

/** Throws the draft away. Forms answered with 303 need not call it: the gate does (`forgetSentDrafts`). */
export function dropDraft({ store }: Pick<Desk, "store">, { id }: Pick<Viewer, "id">, form: string): Promise<void> {
  return removeDraft(store, id, form);
}

/** The address of the page a form was sent from, as drafts know it: from the browser's word, else where it was sent to. */
export function formOf({ headers, url, host }: Pick<FastifyRequest, "headers" | "url" | "host">): string {
  const { referer } = headers;
  if (typeof referer !== "string" || !URL.canParse(referer)) return url;
  const page = new URL(referer);
  return page.host === host ? withoutNews(page) : url;
}

/** Without what only says that something was just done, which is no part of the form's address. */
function withoutNews(page: URL): string {
  const query = new URLSearchParams(page.search);
  for (const name of ["done", "why", "draft"]) query.delete(name);
  return `${page.pathname}${query.size === 0 ? "" : `?${query}`}`;
}
