/** GET and POST /admin/people/:id/invitation: an address for somebody to set a password at, shown to the administrator once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { type Invitation, invite } from "../../../services/people/invitations.ts";
import { hasPassword } from "../../../services/people/passwords.ts";
import { personWithId } from "../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { InvitePage } from "./invite-view.tsx";

const NEEDS = { config: { needs: "manage-people" } } as const;
type OfPerson = { Params: { readonly id: string } };

/** Adds the page. */
export function registerInvite(app: FastifyInstance, { site, desk }: DeskContext): void {
  const show = async (
    { request, reply }: { readonly request: FastifyRequest<OfPerson>; readonly reply: FastifyReply },
    more: { readonly invitation?: Invitation; readonly fault?: string } = {},
  ) => {
    const person = await personWithId(desk.store, request.params.id);
    const props = {
      site: siteFor(site, request),
      person,
      isNew: !(await hasPassword(desk.store, person.id)),
      origin: `${request.protocol}://${request.host}`,
      ...more,
    };
    return sendPage(request, reply.header("cache-control", "no-store"), renderPage(<InvitePage {...props} />));
  };
  app.get<OfPerson>("/admin/people/:id/invitation", NEEDS, async (request, reply) => show({ request, reply }));
  app.post<OfPerson>("/admin/people/:id/invitation", NEEDS, async (request, reply) => {
    try {
      const invitation = await invite(desk.store, byViewer(desk, viewerOf(request)), request.params.id);
      // Not led elsewhere, as forms mostly are: the code can be shown only now.
      return await show({ request, reply }, { invitation });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "STEP_NOT_ALLOWED") throw error;
      return show({ request, reply: reply.code(409) }, { fault: `${error.message} ${error.remedy}` });
    }
  });
}
