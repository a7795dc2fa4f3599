/** Notes on children's records, for those who see data only through services: written by whoever may see the child, answered by whoever keeps the data. */
import { isAuthorityWide, scopesFor } from "../../domain/access/policy.ts";
import { AppError } from "../../domain/errors.ts";
import { type CaseNote, listCaseNotes } from "../../store/case-note.ts";
import type { Store } from "../../store/open-store.ts";
import type { Looker } from "./record-look.ts";

export {
  answerCaseNote,
  CASE_NOTE_KINDS,
  type CaseNote,
  type CaseNoteKind,
  listCaseNotes,
  withdrawCaseNote,
  writeCaseNote,
} from "../../store/case-note.ts";

/** Reported errors of records that nobody has answered: how many, by team. No child is named. */
export async function openRecordingErrors(store: Pick<Store, "db">): Promise<ReadonlyMap<string, number>> {
  const open = (await listCaseNotes(store, { kind: "recording-error" })).filter(({ answer }) => answer === null);
  return new Map([...Map.groupBy(open, ({ team }) => team ?? "")].map(([team, own]) => [team, own.length]));
}

/** Notes a viewer may read: all across the authority; of one's teams, by name; one's own always. */
export async function notesForViewer(
  store: Pick<Store, "db">,
  viewer: Looker,
  teams: readonly string[],
): Promise<readonly CaseNote[]> {
  const scopes = scopesFor(viewer.grants, "see-cases");
  if (scopes.length === 0) return [];
  const isWide = isAuthorityWide(scopes);
  const isOwn = ({ author, team }: CaseNote): boolean =>
    author === viewer.actor || (team !== null && teams.includes(team));
  return (await listCaseNotes(store)).filter((note) => isWide || isOwn(note));
}

/** The note of that id among those the viewer may read. @throws AppError TYPED_UNKNOWN */
export async function noteForViewer(
  store: Pick<Store, "db">,
  viewer: Looker,
  { id, teams }: { readonly id: number; readonly teams: readonly string[] },
): Promise<CaseNote> {
  const note = (await notesForViewer(store, viewer, teams)).find((one) => one.id === id);
  if (note === undefined)
    throw new AppError("TYPED_UNKNOWN", "There is no such note, or it is not yours to read.", "Open it from its list.");
  return note;
}
