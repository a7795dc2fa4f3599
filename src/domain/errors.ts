/** Errors a person can act on: a code, what and where in one sentence, what to do next; exit code and HTTP status come from the one list here. */

type ErrorFacts = { readonly exitCode: number; readonly httpStatus: number; readonly words: string };

/** Every error code Waymark can end with; documented in docs/errors.md. */
export const ERRORS = {
  USAGE: { exitCode: 2, httpStatus: 400, words: "The command or request was not understood." },
  MEASURE_INVALID: { exitCode: 3, httpStatus: 500, words: "A measure file breaks a rule of the measure language." },
  MEASURE_UNKNOWN: { exitCode: 3, httpStatus: 404, words: "There is no measure with that id." },
  SCORECARD_INVALID: { exitCode: 3, httpStatus: 500, words: "A scorecard file breaks a rule." },
  SCORECARD_UNKNOWN: { exitCode: 3, httpStatus: 404, words: "There is no scorecard with that id." },
  RECONCILIATION_INVALID: { exitCode: 3, httpStatus: 500, words: "A rule between measures breaks a rule of its file." },
  RETURN_INVALID: { exitCode: 3, httpStatus: 500, words: "A return's description in the catalogue breaks a rule." },
  COMPARATORS_INVALID: { exitCode: 3, httpStatus: 500, words: "A file of published indicators breaks a rule." },
  NO_COMPARATOR: {
    exitCode: 2,
    httpStatus: 404,
    words: "Nobody publishes a figure the measure could be compared with.",
  },
  MODEL_INVALID: { exitCode: 3, httpStatus: 500, words: "A model view in the catalogue cannot be run." },
  WINDOW_NOT_MEANINGFUL: { exitCode: 2, httpStatus: 400, words: "The measure has no meaning in that window." },
  PERIOD_INVALID: { exitCode: 2, httpStatus: 400, words: "The period is not one Waymark knows." },
  BREAKDOWN_UNKNOWN: { exitCode: 2, httpStatus: 400, words: "The measure cannot be broken down that way." },
  TABLE_UNKNOWN: { exitCode: 2, httpStatus: 404, words: "There is no canonical table of that name." },
  LOAD_REFUSED: {
    exitCode: 4,
    httpStatus: 422,
    words: "The load was refused whole; nothing already accepted has changed.",
  },
  LOAD_UNKNOWN: { exitCode: 4, httpStatus: 404, words: "There is no load with that id." },
  FILE_MISSING: { exitCode: 4, httpStatus: 404, words: "A file named could not be found or read." },
  NO_DATA: { exitCode: 5, httpStatus: 404, words: "Nothing has been loaded yet." },
  WAREHOUSE_BUSY: { exitCode: 6, httpStatus: 503, words: "Another process is loading into this data folder." },
  WAREHOUSE_DAMAGED: { exitCode: 6, httpStatus: 500, words: "A stored load does not match its manifest." },
  STORE_UNAVAILABLE: { exitCode: 6, httpStatus: 503, words: "The store of what people type cannot be opened." },
  STORE_BUSY: { exitCode: 6, httpStatus: 503, words: "Other processes have kept the store busy for too long." },
  STORE_DAMAGED: { exitCode: 6, httpStatus: 500, words: "A log's chain or an edition's checksum does not hold." },
  CHANGED_MEANWHILE: { exitCode: 7, httpStatus: 409, words: "Somebody changed it since you read it." },
  STEP_NOT_ALLOWED: { exitCode: 7, httpStatus: 409, words: "That step cannot follow from how things stand." },
  TYPED_UNKNOWN: { exitCode: 7, httpStatus: 404, words: "Nothing typed in has that id." },
  TARGET_INVALID: { exitCode: 2, httpStatus: 422, words: "A target or band cannot be read, or contradicts another." },
  PUBLISH_BLOCKED: { exitCode: 7, httpStatus: 409, words: "Something stands in the way of publishing." },
  EDITION_EXISTS: { exitCode: 7, httpStatus: 409, words: "An edition of that period is published already." },
  EDITION_UNKNOWN: { exitCode: 7, httpStatus: 404, words: "There is no edition with that id." },
  COMMENT_SUBJECT_UNKNOWN: { exitCode: 2, httpStatus: 400, words: "A comment is on something the scorecard has not." },
  COMMENT_FLAGS_OPEN: { exitCode: 7, httpStatus: 409, words: "A comment has flags nobody has mended or answered." },
  COMMENT_OWN_APPROVAL: { exitCode: 7, httpStatus: 403, words: "Nobody approves a comment they wrote." },
  DEFINITION_OWN_APPROVAL: { exitCode: 7, httpStatus: 403, words: "Nobody approves a definition they wrote in." },
  NOT_ALLOWED: { exitCode: 8, httpStatus: 403, words: "The person's roles or scope do not permit it." },
  SIGN_IN_NEEDED: { exitCode: 8, httpStatus: 401, words: "Nobody is signed in, or the session has ended." },
  SIGN_IN_REFUSED: { exitCode: 8, httpStatus: 401, words: "The name or password is wrong, or signing in is closed." },
  PROVIDER_UNAVAILABLE: { exitCode: 6, httpStatus: 503, words: "The identity provider cannot be asked just now." },
  FORM_REFUSED: { exitCode: 8, httpStatus: 403, words: "A form did not come from a page of the same session." },
  FORM_INVALID: { exitCode: 2, httpStatus: 422, words: "Something filled in cannot be used as it stands." },
  TOO_MANY_REQUESTS: { exitCode: 8, httpStatus: 429, words: "Too many requests in a short time." },
  PERSON_UNKNOWN: { exitCode: 7, httpStatus: 404, words: "Nobody is known by that id or address." },
  PERSON_EXISTS: { exitCode: 7, httpStatus: 409, words: "Somebody with that address is known already." },
  REPORT_INVALID: { exitCode: 3, httpStatus: 500, words: "A report or its template breaks a rule." },
  REPORT_UNKNOWN: { exitCode: 3, httpStatus: 404, words: "There is no report template or draft of that name." },
  REPORT_HAS_GAPS: { exitCode: 7, httpStatus: 409, words: "Something in the report has still to be written." },
  WORD_BASE_UNUSABLE: {
    exitCode: 2,
    httpStatus: 422,
    words: "A document given as base for Word reports cannot be read or is not safe.",
  },
  PAGE_UNKNOWN: { exitCode: 2, httpStatus: 404, words: "There is no page at that address." },
  INTERNAL: { exitCode: 70, httpStatus: 500, words: "A fault in Waymark itself." },
} as const satisfies Record<string, ErrorFacts>;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code, a sentence and a remedy. `cause` keeps what lay behind it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, remedy: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
    this.remedy = remedy;
  }

  get exitCode(): number {
    return ERRORS[this.code].exitCode;
  }

  get httpStatus(): number {
    return ERRORS[this.code].httpStatus;
  }
}
