/** Sends a report's file to be kept under its name. */
import type { FastifyReply } from "fastify";
import type { RenderedFile } from "../../../services/report/make-report.ts";

/** Nothing on the way may keep it: some are internal. */
export function sendFile(reply: FastifyReply, { name, type, bytes }: RenderedFile): FastifyReply {
  return reply
    .type(type)
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("cache-control", "private, no-store")
    .send(Buffer.from(bytes));
}
