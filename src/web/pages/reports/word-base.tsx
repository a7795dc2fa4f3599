/** GET and POST /reports/word-base: the council's own Word document, whose styles and locked parts Word reports take. */
import type { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { keepWordBase, LARGEST_BASE, readWordBase, removeWordBase } from "../../../services/report/word-base.ts";
import { Button } from "../../components/button/button.tsx";
import { FileUpload } from "../../components/file-upload/file-upload.tsx";
import { Form } from "../../components/form/form.tsx";
import type { DeskContext, Site } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { viewerOf } from "../../viewer.ts";
import { readParts, withMultipart } from "../data/multipart.ts";
import { exchangeOf } from "./exchange.ts";
import { ReportPage } from "./report-page.tsx";
import { doneSentence } from "./words.ts";

const SETS = { config: { needs: "manage-settings" } } as const;
const AT = "/reports/word-base";

/** Adds the page. */
export function registerWordBase(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  const hasBase = (): boolean => readWordBase(desk.data) !== undefined;
  app.get(AT, SETS, async (request, reply) => {
    const { site, send } = exchangeOf(context, request, reply);
    const { done } = readQuery(z.object({ done: textField }), request.query);
    return send(<WordBasePage site={site} hasBase={hasBase()} done={doneSentence(done)} fault={null} />);
  });
  app.post(`${AT}/remove`, SETS, async (request, reply) => {
    await removeWordBase(desk, byViewer(desk, viewerOf(request)));
    return reply.redirect(`${AT}?done=baseless`, 303);
  });
  withMultipart(app, { files: 1, fileBytes: LARGEST_BASE }, (own) => {
    own.post(AT, SETS, async (request, reply) => {
      const { site, send, go } = exchangeOf(context, request, reply);
      const sent: { readonly name: string; readonly bytes: Buffer }[] = [];
      try {
        await readParts(request, {}, async (name, content) => sent.push({ name, bytes: await bytesOf(content) }));
        const [file] = sent;
        if (file === undefined)
          throw new AppError("FORM_INVALID", "No file was chosen.", "Choose a .docx or .dotx file.");
        await keepWordBase(desk, byViewer(desk, viewerOf(request)), file);
      } catch (fault) {
        if (!(fault instanceof AppError) || fault.httpStatus !== 422) throw fault;
        const words = `${fault.message} ${fault.remedy}`;
        return send(<WordBasePage site={site} hasBase={hasBase()} done={undefined} fault={words} />, 422);
      }
      return go(`${AT}?done=base`);
    });
  });
}

async function bytesOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

type Props = {
  readonly site: Site;
  readonly hasBase: boolean;
  readonly done: string | undefined;
  readonly fault: string | null;
};

function WordBasePage({ site, hasBase, done, fault }: Props) {
  return (
    <ReportPage
      site={site}
      title="The council’s Word document"
      audience="none"
      above={[]}
      done={done}
      errors={fault === null ? [] : [{ text: fault, href: "#file" }]}
    >
      <p class="govuk-body">
        {hasBase
          ? "Word reports take the styles, headers and footers of the document that was given."
          : "Word reports have Waymark’s own styles. Give a document or template of the council’s and they take its styles, headers and footers instead."}
      </p>
      <Form site={site} action={AT} multipart>
        <FileUpload
          id="file"
          name="file"
          label={hasBase ? "Another document" : "Document"}
          labelClass="govuk-label--s"
          hint="A .docx or .dotx file without macros, up to 5 MB."
          {...(fault === null ? {} : { error: fault })}
        />
        <Button>Use it</Button>
      </Form>
      {hasBase && (
        <Form site={site} action={`${AT}/remove`}>
          <Button class="govuk-button--secondary">Go back to Waymark’s own styles</Button>
        </Form>
      )}
    </ReportPage>
  );
}
