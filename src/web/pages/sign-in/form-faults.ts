/** What is wrong with a form: beside each field, and together at the top. */
import { AppError } from "../../../domain/errors.ts";

/** Field name to what is wrong with it; "" is the form as a whole. */
export type FormFaults = Readonly<Record<string, string>>;

/** The faults as the error summary lists them, each leading to its field. */
export function listFaults(faults: FormFaults): readonly { readonly text: string; readonly href?: string }[] {
  return Object.entries(faults).map(([field, text]) => (field === "" ? { text } : { text, href: `#${field}` }));
}

/** An error of ours as a fault of a field; anything else is thrown on. @returns the status to answer with too */
export function faultOf(error: unknown, field: string): { readonly status: number; readonly faults: FormFaults } {
  if (!(error instanceof AppError) || error.httpStatus >= 500) throw error;
  const text = error.code === "FORM_INVALID" ? error.message : `${error.message} ${error.remedy}`;
  return { status: error.httpStatus, faults: { [field]: text } };
}
