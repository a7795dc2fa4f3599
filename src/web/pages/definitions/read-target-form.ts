/** Reads the target's form into its parts; what the form has no field for stays as it was. */
import { TARGET_BASES, TARGET_ORIGINS } from "../../../domain/judgement/target.ts";
import type { TargetParts } from "../../../services/definitions/target-text.ts";
import type { FormBody } from "./form-body.ts";

/** The parts as they were sent. */
export function readTargetForm(form: FormBody, before: TargetParts): TargetParts {
  const { rating: _, ...rest } = before;
  const rating = readRating(form, before);
  return {
    ...rest,
    target: readTarget(form, before),
    bands: readBands(form),
    ...(rating === undefined ? {} : { rating }),
  };
}

function readTarget(form: FormBody, { target }: TargetParts): TargetParts["target"] {
  const text = form.one("target");
  if (text === "") return null;
  const origin = TARGET_ORIGINS.find((one) => one === form.one("origin"));
  const basis = TARGET_BASES.find((one) => one === form.one("basis"));
  const reviewBy = form.one("reviewBy");
  return {
    text,
    ...(origin === undefined ? {} : { origin }),
    ...(basis === undefined ? {} : { basis }),
    validFrom: form.one("validFrom") || null,
    validTo: form.one("validTo") || null,
    isUnderReview: form.one("underReview") === "yes",
    ...(reviewBy === "" ? {} : { reviewBy }),
    ...(target?.reason === undefined ? {} : { reason: target.reason }),
  };
}

function readBands(form: FormBody): TargetParts["bands"] {
  const names = ["requires-improvement", "good", "outstanding", "cap"] as const;
  const cells = names.flatMap((name) => (form.one(name) === "" ? [] : [[name, form.one(name)] as const]));
  if (cells.length === 0) return null;
  const places = form.one("places");
  return { ...Object.fromEntries(cells), ...(/^[0-4]$/.test(places) ? { places: Number(places) } : {}) };
}

function readRating(form: FormBody, { rating }: TargetParts): TargetParts["rating"] {
  const kind = form.one("rating");
  const tolerance = Number(form.one("tolerance") || "0");
  if (kind === "relative-tolerance")
    return { kind, tolerance, zeroTolerance: rating?.kind === kind ? rating.zeroTolerance : 0 };
  if (kind === "absolute-tolerance") return { kind, tolerance };
  if (kind === "assurance" || kind === "judgement" || kind === "monitor") return { kind };
  if (kind !== "bands") return undefined;
  return rating?.kind === "bands" ? rating : { kind, ratings: OWN_READING };
}

/** How the documents read their four bands; the written form says otherwise where a council does. */
const OWN_READING = {
  inadequate: "red",
  "requires-improvement": "amber",
  good: "green",
  outstanding: "green",
  "beyond-cap": "amber",
} as const;
