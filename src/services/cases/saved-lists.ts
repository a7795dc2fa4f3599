/** Lists under a name: those shipped with the catalogue, one's own, and those one's teams share. A list is a question; its rows are asked afresh each time. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { WINDOWS } from "../../domain/period.ts";
import { measureNamed } from "../../measures/catalogue.ts";
import type { By, Store } from "../../store/open-store.ts";
import {
  changeList,
  keepList,
  listSavedLists,
  putListBack,
  type SavedList,
  withdrawList,
} from "../../store/saved-list.ts";
import type { Workspace } from "../workspace.ts";
import { DAYS_CHOICES, LIST_PARTS, partsListed } from "./list-question.ts";

const name = z.string().trim().min(1).max(200);

/** What a list asks, but for the period: that is the latest there is. */
const QUESTION = z.strictObject({
  measure: name,
  window: z.enum(WINDOWS).optional(),
  part: z.enum(LIST_PARTS).default("numerator"),
  by: name.optional(),
  child: name.optional(),
  team: name.optional(),
  worker: name.optional(),
  days: z.enum(DAYS_CHOICES).optional(),
  columns: name.optional(),
  sort: name.optional(),
  order: z.enum(["asc", "desc"]).optional(),
});
export type KeptQuestion = z.output<typeof QUESTION>;

export type Tracker = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly question: KeptQuestion;
};
export type KeptList = Omit<SavedList, "question"> & { readonly question: KeptQuestion };

/** Who keeps lists: the person, and the names of the teams they may share with. */
export type Keeper = { readonly id: string; readonly teams: readonly string[] };

/** The lists shipped with the catalogue and an authority's own, a later folder's winning. @throws AppError MODEL_INVALID naming file and fault */
export function readTrackers({
  catalogue,
  catalogueFolders,
}: Pick<Workspace, "catalogue" | "catalogueFolders">): readonly Tracker[] {
  const trackers = new Map<string, Tracker>();
  const files = catalogueFolders.map((folder) => join(folder, "lists", "trackers.yaml"));
  for (const path of files.filter((file) => existsSync(file))) {
    const read = z
      .record(name, QUESTION.extend({ title: name, about: name }))
      .safeParse(parse(readFileSync(path, "utf8")));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new AppError(
        "MODEL_INVALID",
        `${path}: ${issue?.path.join(".")}: ${issue?.message}.`,
        "Write each list as the shipped file does.",
      );
    }
    for (const [id, { title, about, ...question }] of Object.entries(read.data)) {
      measureNamed(catalogue, question.measure);
      trackers.set(id, { id, title, about, question });
    }
  }
  return [...trackers.values()];
}

/** The lists somebody sees: their own, and those shared with their teams. */
export async function listsFor(store: Pick<Store, "db">, keeper: Keeper): Promise<readonly KeptList[]> {
  return (await listSavedLists(store)).filter((list) => isSeenBy(list, keeper)).map(keptList);
}

/** What somebody wants kept, checked: the measure has the part, and the list is shared only with a team of theirs. */
export type WantedList = {
  readonly name: string;
  readonly about: string;
  /** `null` keeps it to oneself. */
  readonly team: string | null;
  readonly question: unknown;
};

/** Keeps a list. @returns its id @throws AppError FORM_INVALID or NOT_ALLOWED */
export async function keepListFor(
  { store, workspace }: { readonly store: Store; readonly workspace: Pick<Workspace, "catalogue"> },
  by: By,
  keeper: Keeper,
  wanted: WantedList,
): Promise<number> {
  const read = QUESTION.safeParse(wanted.question);
  if (!read.success)
    throw new AppError(
      "FORM_INVALID",
      "What the list asks could not be read.",
      "Open the list again and keep it from there.",
    );
  const measure = measureNamed(workspace.catalogue, read.data.measure);
  if (!partsListed(measure).includes(read.data.part))
    throw new AppError("FORM_INVALID", `“${measure.title}” has no such list.`, "Choose another part of the figure.");
  assertOwnTeam(wanted.team, keeper);
  return keepList(store, by, { ...wanted, owner: keeper.id, question: read.data });
}

/** Changes a list's words or sharing: its owner only. */
export async function changeListFor(
  store: Store,
  by: By,
  keeper: Keeper,
  change: Pick<KeptList, "id" | "version" | "name" | "about" | "team">,
): Promise<void> {
  await ownList(store, keeper, change.id);
  assertOwnTeam(change.team, keeper);
  await changeList(store, by, change);
}

/** Takes a list away: its owner only. */
export async function withdrawListFor(store: Store, by: By, keeper: Keeper, id: number): Promise<void> {
  await ownList(store, keeper, id);
  await withdrawList(store, by, id);
}

/** Undoes that. */
export async function putListBackFor(store: Store, by: By, keeper: Keeper, id: number): Promise<void> {
  await ownList(store, keeper, id);
  await putListBack(store, by, id);
}

/** A list of the keeper's own, withdrawn ones too. @throws AppError TYPED_UNKNOWN, whether there is none or it is another's */
export async function ownList(store: Pick<Store, "db">, { id: owner }: Keeper, id: number): Promise<KeptList> {
  const list = (await listSavedLists(store, { withWithdrawn: true })).find(
    (one) => one.id === id && one.owner === owner,
  );
  if (list === undefined)
    throw new AppError(
      "TYPED_UNKNOWN",
      "There is no such list of yours.",
      "Choose it from your lists; only who made a list may change it.",
    );
  return keptList(list);
}

function isSeenBy({ owner, team }: SavedList, { id, teams }: Keeper): boolean {
  return owner === id || (team !== null && teams.includes(team));
}

function assertOwnTeam(team: string | null, { teams }: Keeper): void {
  if (team !== null && !teams.includes(team))
    throw new AppError(
      "NOT_ALLOWED",
      "A list can be shared only with a team of one’s own.",
      "Choose one of the teams offered, or keep the list to yourself.",
    );
}

function keptList({ question, ...list }: SavedList): KeptList {
  return { ...list, question: QUESTION.parse(question) };
}
