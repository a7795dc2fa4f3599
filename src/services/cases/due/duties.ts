/** What falls due for a child: each duty with its limit, what it counts from and who says so, read from the catalogue. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";

export const DUTY_IDS = [
  "assessment",
  "initial-conference",
  "protection-visit",
  "first-protection-review",
  "later-protection-review",
  "need-visit",
  "care-review",
  "first-care-visit",
  "later-care-visit",
  "initial-health-assessment",
  "review-health-assessment",
  "first-education-plan",
  "education-plan",
  "pathway-plan",
  "supervision",
] as const;
export type DutyId = (typeof DUTY_IDS)[number];

export type Duty = {
  readonly id: DutyId;
  readonly title: string;
  readonly limit: number;
  readonly unit: "working-days" | "days" | "months" | "terms";
  readonly countsFrom: string;
  readonly source: string;
  /** Whether the authority sets the number itself. */
  readonly isLocal: boolean;
};

export type Duties = Readonly<Record<DutyId, Duty>>;

/** Duties as people speak of them: what the lists are narrowed by. */
export const DUTY_KINDS = {
  assessment: { words: "Assessments", duties: ["assessment"] },
  conference: { words: "Conferences", duties: ["initial-conference"] },
  visit: { words: "Visits", duties: ["protection-visit", "need-visit", "first-care-visit", "later-care-visit"] },
  review: { words: "Reviews", duties: ["first-protection-review", "later-protection-review", "care-review"] },
  health: { words: "Health assessments", duties: ["initial-health-assessment", "review-health-assessment"] },
  education: { words: "Personal education plans", duties: ["first-education-plan", "education-plan"] },
  plan: { words: "Pathway plans", duties: ["pathway-plan"] },
  supervision: { words: "Supervision", duties: ["supervision"] },
} as const satisfies Record<string, { readonly words: string; readonly duties: readonly DutyId[] }>;
export type DutyKind = keyof typeof DUTY_KINDS;
export const DUTY_KIND_IDS = Object.keys(DUTY_KINDS) as [DutyKind, ...DutyKind[]];

/** The kind a duty is of. */
export function kindOfDuty(duty: DutyId): DutyKind {
  return DUTY_KIND_IDS.find((kind) => (DUTY_KINDS[kind].duties as readonly DutyId[]).includes(duty)) ?? "plan";
}

const dutyFile = z.partialRecord(
  z.enum(DUTY_IDS),
  z.strictObject({
    title: z.string().min(1),
    limit: z.int().min(1).max(1000),
    unit: z.enum(["working-days", "days", "months", "terms"]),
    counts_from: z.string().min(1),
    source: z.string().min(1),
    local: z.boolean().default(false),
  }),
);

/** Duties of the catalogue's folders, a later folder's winning. @throws AppError MODEL_INVALID naming the file and what is wrong in it */
export function readDuties(folders: readonly string[]): Duties {
  const duties = new Map<DutyId, Duty>();
  for (const path of folders.map((folder) => join(folder, "due", "limits.yaml")).filter((file) => existsSync(file))) {
    const read = dutyFile.safeParse(parse(readFileSync(path, "utf8")));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new AppError(
        "MODEL_INVALID",
        `${path}: ${issue?.path.join(".")}: ${issue?.message}.`,
        "Write each duty as the shipped file does.",
      );
    }
    for (const id of DUTY_IDS) {
      const entry = read.data[id];
      if (entry === undefined) continue;
      const { counts_from: countsFrom, local: isLocal, ...rest } = entry;
      duties.set(id, { id, ...rest, countsFrom, isLocal });
    }
  }
  const missing = DUTY_IDS.filter((id) => !duties.has(id));
  if (missing.length > 0)
    throw new AppError(
      "MODEL_INVALID",
      `No catalogue folder says when these fall due: ${missing.join(", ")}.`,
      "Put catalogue/due/limits.yaml back.",
    );
  return Object.fromEntries(duties) as Duties;
}

/** "45 working days", "6 months", "1 term". */
export function limitWords({ limit, unit }: Pick<Duty, "limit" | "unit">): string {
  const words = unit.replace("-", " ");
  return `${limit} ${limit === 1 ? words.slice(0, -1) : words}`;
}
