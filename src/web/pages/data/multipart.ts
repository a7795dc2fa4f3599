/** Reads a form sent in parts: its token first, then fields, then files, each handed on as it comes. */
import type { Readable } from "node:stream";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { assertFormToken } from "../../middleware/gate.ts";
import { viewerOf } from "../../viewer.ts";

export type PartsLimits = { readonly files: number; readonly fileBytes: number };

/** Lets routes added by `routes` take forms in parts; other routes stay as they are. */
export function withMultipart(app: FastifyInstance, limits: PartsLimits, routes: (app: FastifyInstance) => void): void {
  app.register(async (own) => {
    await own.register(multipart, {
      limits: {
        // One more than is kept, so that what is too large is noticed rather than cut off.
        fileSize: limits.fileBytes + 1,
        files: limits.files + 1,
        fields: 30,
        fieldSize: 1_000_000,
        fieldNameSize: 100,
        parts: limits.files + 40,
      },
      throwFileSizeLimit: false,
    });
    routes(own);
  });
}

/**
 * Fills `fields`, so that what was typed is not lost where a file then proves too large.
 *
 * @throws AppError FORM_REFUSED before any file is read when the token is not there; FORM_INVALID for a form that cannot be read
 */
export async function readParts(
  request: FastifyRequest,
  fields: Record<string, string>,
  take: (name: string, content: Readable) => Promise<unknown>,
): Promise<void> {
  const viewer = viewerOf(request);
  let isTokenSeen = false;
  const needToken = (): void => {
    if (isTokenSeen) return;
    assertFormToken(viewer, fields._token);
    isTokenSeen = true;
  };
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      needToken();
      // A file control left empty sends a part without a name.
      if (part.filename === "" || part.filename === undefined) part.file.resume();
      else await take(part.filename, part.file);
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable(cause);
  }
  needToken();
}

function unreadable(cause: unknown): AppError {
  return new AppError(
    "FORM_INVALID",
    "What was sent broke off or could not be read.",
    "Choose the files again, fewer at a time if they are many.",
    { cause },
  );
}
