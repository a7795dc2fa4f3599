/** Turns whatever was thrown into what may be shown: our own errors in full, anything else without its inside. */
import { AppError, ERRORS } from "../../../domain/errors.ts";
import type { ErrorView } from "./view.tsx";

export type PresentedError = { readonly status: number; readonly view: ErrorView };

/** The answer to an address that does not exist. */
export const PAGE_NOT_FOUND: PresentedError = {
  status: 404,
  view: {
    title: "Page not found",
    code: "PAGE_UNKNOWN",
    sentence: "There is no page at this address.",
    remedy: "If you typed the address, check it is right. If you followed a link, tell whoever keeps Waymark here.",
  },
};

/** Status and words for a thrown error. A fault of ours never prints its message: it may hold a path or a query. */
export function presentError(error: unknown): PresentedError {
  if (error instanceof AppError && error.httpStatus < 500)
    return { status: error.httpStatus, view: shown(titleOf(error), error) };
  if (error instanceof AppError && error.code !== "INTERNAL")
    return { status: error.httpStatus, view: shown("Sorry, this is not available now", error) };
  if (isRefusedRequest(error))
    return {
      status: error.statusCode,
      view: {
        title: "That request was not understood",
        code: "USAGE",
        sentence: ERRORS.USAGE.words,
        remedy: "Go back and choose from the page.",
      },
    };
  return {
    status: 500,
    view: {
      title: "Sorry, there is a problem",
      code: "INTERNAL",
      sentence: "Waymark could not make this page. Nothing you did caused it and no data has changed.",
      remedy: "Try again. If it happens again, tell whoever keeps Waymark here: the details are in its log.",
    },
  };
}

function shown(title: string, error: AppError): ErrorView {
  return { title, code: error.code, sentence: error.message, remedy: error.remedy };
}

function titleOf({ code, httpStatus }: AppError): string {
  if (code === "NO_DATA") return "Nothing has been loaded yet";
  return httpStatus === 404 ? "Page not found" : "That request was not understood";
}

/** Fastify's own refusals (a malformed address, a body too large) carry a status in the 400s. */
function isRefusedRequest(error: unknown): error is { readonly statusCode: number } {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : undefined;
  return typeof status === "number" && status >= 400 && status < 500;
}
