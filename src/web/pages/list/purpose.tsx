/** GET and POST /purpose: why children's records are opened, asked once a session before the first list. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { rememberPurpose } from "../../../services/people/sessions.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { type DeskContext, type Site, siteFor } from "../../context.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";

/** The reasons people most often have; their own words are as good. */
const REASONS = [
  "Supervision or allocation of cases",
  "Checking that a figure is right",
  "Preparing a challenge session or inspection",
  "Reviewing a child’s plan",
  "Mending records",
] as const;

const OTHER = "other";
const LONGEST = 200;
const FORM = z.object({
  next: z.string().max(2000).default("/"),
  reason: z.string().max(LONGEST).default(""),
  words: z.string().trim().max(LONGEST).default(""),
});

/** Sends somebody who has not said yet to say it, and back; `null` when they have. */
export function askPurpose(request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  const { purpose } = viewerOf(request);
  if (purpose !== null && purpose !== "") return null;
  return reply.redirect(`/purpose?next=${encodeURIComponent(request.url)}`, 303);
}

/** Adds the question and its answer. */
export function registerPurpose(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/purpose", { config: { needs: "see-cases" } }, async (request, reply) => {
    const { next } = readQuery(FORM, request.query);
    return sendPage(request, reply, renderPage(<PurposePage site={siteFor(site, request)} next={ownAddress(next)} />));
  });
  app.post("/purpose", { config: { needs: "see-cases" } }, async (request, reply) => {
    const { next, reason, words } = readQuery(FORM, request.body);
    const purpose = reason === OTHER ? words : (REASONS.find((one) => one === reason) ?? "");
    if (purpose === "") {
      const error =
        reason === OTHER ? "Write why you need to see these records" : "Choose why you need to see these records";
      const view = <PurposePage site={siteFor(site, request)} next={ownAddress(next)} {...{ reason, words, error }} />;
      return sendPage(request, reply.code(422), renderPage(view));
    }
    await rememberPurpose(desk.store, viewerOf(request).session, purpose);
    return reply.redirect(ownAddress(next), 303);
  });
}

/** Only an address of this application: anything else leads home. */
function ownAddress(next: string): string {
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

type PurposeProps = {
  readonly site: Site;
  readonly next: string;
  readonly reason?: string;
  readonly words?: string;
  readonly error?: string;
};

function PurposePage({ site, next, reason, words = "", error }: PurposeProps) {
  const title = "Why do you need to see children’s records?";
  return (
    <Page site={site} title={error === undefined ? title : `Error: ${title}`} part={null} audience="none">
      {error !== undefined && (
        <ErrorSummary
          title="There is a problem"
          errors={[{ text: error, href: reason === OTHER ? "#words" : "#reason" }]}
        />
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        You are asked once each time you sign in. Your answer is kept with every list and record you open, and with
        every copy you take away, where auditors can see it.
      </p>
      <Form site={site} action="/purpose">
        <input type="hidden" name="next" value={next} />
        <Radios
          idPrefix="reason"
          name="reason"
          legend="Reason"
          legendClass="govuk-fieldset__legend--m"
          value={reason}
          error={reason === OTHER ? undefined : error}
          items={[
            ...REASONS.map((text) => ({ value: text, text })),
            {
              value: OTHER,
              text: "Another reason, written below",
            },
          ]}
        />
        <Input
          id="words"
          name="words"
          label="Your own words, for another reason"
          hint="Do not name a child."
          value={words}
          error={reason === OTHER ? error : undefined}
        />
        <Button>Continue</Button>
      </Form>
    </Page>
  );
}
