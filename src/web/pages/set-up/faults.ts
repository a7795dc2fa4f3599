/** What is missing from a form of the set-up pages, in the words GOV.UK's guidance gives. */
import type { FormFaults } from "../sign-in/form-faults.ts";

type Typed = Readonly<Record<"code" | "name" | "email" | "password", string>>;

const MISSING: Typed = {
  code: "Enter the code",
  name: "Enter your name",
  email: "Enter your email address",
  password: "Enter a password",
};

/** Faults of the fields asked for, in the order of the page. */
export function faultsOfSetUp(typed: Typed, fields: readonly (keyof Typed)[]): FormFaults {
  const missing = fields.filter((field) => typed[field].trim() === "").map((field) => [field, MISSING[field]]);
  const faults: FormFaults = Object.fromEntries(missing);
  if (fields.includes("email") && faults.email === undefined && !isEmail(typed.email))
    return { ...faults, email: "Enter an email address in the form name@example.gov.uk" };
  return faults;
}

/** Something, an @, and something with a dot: whether it arrives cannot be told here. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}
