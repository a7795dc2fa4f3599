/** The way of a definition from draft to force: begun from what holds, checked, submitted with its reason, approved by somebody else. */
import { AppError } from "../../domain/errors.ts";
import { parsePeriodSpan } from "../../domain/period.ts";
import {
  type DefinitionDraft,
  type DraftChange,
  draftWithId,
  openDraft,
  saveDraft,
  stepDraft,
  sumOf,
} from "../../store/definition-draft.ts";
import { approveDraft, type DefinitionVersion, listVersions } from "../../store/definition-version.ts";
import type { By } from "../../store/store.ts";
import { catalogueFaults, checkDefinition, type DraftedText } from "./check-definition.ts";
import { currentDefinition, type Subject } from "./current-definition.ts";
import { type DefinitionDesk, isKind } from "./kinds.ts";
import { putInForce } from "./put-in-force.ts";

export { type DefinitionDraft, type DraftState, draftWithId, listDrafts } from "../../store/definition-draft.ts";

/** Begins a draft from the definition in force. @throws AppError TYPED_UNKNOWN */
export async function beginDraft(desk: DefinitionDesk, by: By, subject: Subject): Promise<DefinitionDraft> {
  const current = await currentDefinition(desk, subject);
  if (current === null)
    throw new AppError("TYPED_UNKNOWN", "There is no such definition.", "Choose one from the list of definitions.");
  const { title, path, text } = current;
  return openDraft(desk.store, by, { ...subject, path, title, content: text, base: text });
}

/** Begins a draft of something new. @throws AppError FORM_INVALID where the name is taken */
export async function beginNew(
  desk: DefinitionDesk,
  by: By,
  wanted: Subject & { readonly path: string; readonly title: string; readonly content: string },
): Promise<DefinitionDraft> {
  if ((await currentDefinition(desk, wanted)) !== null)
    throw new AppError("FORM_INVALID", `“${wanted.subject}” is taken already.`, "Give it another name.");
  return openDraft(desk.store, by, { ...wanted, base: null });
}

/** Begins a draft that goes back to an earlier version; approved, it is a new one. */
export async function beginFromVersion(
  desk: DefinitionDesk,
  by: By,
  { version, ...subject }: Subject & { readonly version: number },
): Promise<DefinitionDraft> {
  const versions = await listVersions(desk.store, subject);
  // Version 0 is what stood before the first change: what was shipped.
  const content =
    version === 0
      ? versions.find((one) => one.version === 1)?.before
      : versions.find((one) => one.version === version)?.content;
  if (content === undefined || content === null)
    throw new AppError("TYPED_UNKNOWN", `There is no version ${version}.`, "Choose one from the history.");
  const draft = await beginDraft(desk, by, subject);
  const reason = version === 0 ? "Goes back to the definition as first known." : `Goes back to version ${version}.`;
  return saveDraft(desk.store, by, { id: draft.id, version: draft.version, change: { content, reason } });
}

/** Saves what was written. @throws AppError CHANGED_MEANWHILE when somebody saved after it was opened */
export async function keepDraft(
  { store }: DefinitionDesk,
  by: By,
  change: { readonly id: number; readonly version: number; readonly change: DraftChange },
): Promise<DefinitionDraft> {
  return saveDraft(store, by, change);
}

/** What still stands between a draft and its submission, a sentence each; nothing is ready. */
export async function obstaclesOf(
  desk: DefinitionDesk,
  draft: DefinitionDraft,
  changesFigures: boolean,
): Promise<readonly string[]> {
  const { faults, examples } = await checkDefinition(desk.live.current(), draftedText(draft));
  const wrong = examples.filter(({ isRight }) => !isRight).length;
  return [
    ...(draft.content === draft.base ? ["Nothing has been changed yet."] : []),
    ...faults.map(({ message }) => message),
    ...(wrong === 0 ? [] : [`${wrong} of ${examples.length} worked examples do not come out as expected.`]),
    ...((draft.reason ?? "").trim() === "" ? ["Say why the definition changes."] : []),
    ...(changesFigures && draft.breaksFrom === null ? ["Say whether the change breaks the series."] : []),
    ...(draft.breaksFrom === null || draft.breaksFrom === "no" ? [] : periodFaults(draft.breaksFrom)),
    ...((await isOutdated(desk, draft)) ? ["The definition in force changed since this draft was begun."] : []),
  ];
}

/** Submits a draft nothing stands in the way of. @throws AppError STEP_NOT_ALLOWED with what does */
export async function submitDraft(
  desk: DefinitionDesk,
  by: By,
  { changesFigures, ...at }: { readonly id: number; readonly version: number; readonly changesFigures: boolean },
): Promise<DefinitionDraft> {
  const obstacles = await obstaclesOf(desk, await draftWithId(desk.store, at.id), changesFigures);
  if (obstacles.length > 0)
    throw new AppError("STEP_NOT_ALLOWED", obstacles.join(" "), "Mend the draft, then submit it.");
  return stepDraft(desk.store, by, { ...at, what: "submit definition", from: ["draft", "returned"], to: "submitted" });
}

type Decided = { readonly id: number; readonly version: number; readonly decision: string };

/** Gives a draft back to whoever wrote it, with the reason. */
export async function returnDraft({ store }: DefinitionDesk, by: By, decided: Decided): Promise<DefinitionDraft> {
  return stepDraft(store, by, { ...decided, what: "return definition", from: ["submitted"], to: "returned" });
}

/** Takes a draft back. */
export async function withdrawDraft(
  { store }: DefinitionDesk,
  by: By,
  at: { readonly id: number; readonly version: number },
): Promise<DefinitionDraft> {
  const from = ["draft", "returned", "submitted"] as const;
  return stepDraft(store, by, { ...at, what: "withdraw definition draft", from, to: "withdrawn" });
}

/** Puts a withdrawn draft back as it was. */
export async function putDraftBack(
  { store }: DefinitionDesk,
  by: By,
  at: { readonly id: number; readonly version: number },
): Promise<DefinitionDraft> {
  return stepDraft(store, by, { ...at, what: "put definition draft back", from: ["withdrawn"], to: "draft" });
}

/**
 * Approves a submitted draft and puts it in force. Always two people: whoever wrote in it may not approve it, and no setting changes that.
 *
 * @throws AppError DEFINITION_OWN_APPROVAL, CHANGED_MEANWHILE or STEP_NOT_ALLOWED
 */
export async function approveDefinition(desk: DefinitionDesk, by: By, decided: Decided): Promise<DefinitionVersion> {
  const draft = await draftWithId(desk.store, decided.id);
  if (mayNotApprove(draft, by.actor))
    throw new AppError(
      "DEFINITION_OWN_APPROVAL",
      "You wrote in this draft, so somebody else approves it.",
      "Ask another person who may approve definitions.",
    );
  if (await isOutdated(desk, draft)) throw outdated();
  const faults = draft.path === "" || draft.kind === "calendar" ? [] : catalogueFaults(desk.catalogue, draft);
  if (faults.length > 0)
    throw new AppError(
      "STEP_NOT_ALLOWED",
      faults.map(({ message }) => message).join(" "),
      "Return the draft to be mended.",
    );
  const version = await approveDraft(desk.store, by, { ...decided, before: draft.base });
  await putInForce(desk, by, version);
  return version;
}

/** Whether a person wrote in a draft and so may not approve it. */
export function mayNotApprove({ authors }: Pick<DefinitionDraft, "authors">, actor: string): boolean {
  return authors.some((author) => author.toLowerCase() === actor.toLowerCase());
}

/** Whether the definition in force is no longer the one the draft was begun from. */
export async function isOutdated(desk: DefinitionDesk, draft: DefinitionDraft): Promise<boolean> {
  const current = await currentDefinition(desk, subjectOf(draft));
  const text = current?.text ?? null;
  if (text === null || draft.base === null) return text !== draft.base;
  return sumOf(text) !== sumOf(draft.base);
}

/** What a draft is of. */
export function subjectOf({ kind, subject }: Pick<DefinitionDraft, "kind" | "subject">): Subject {
  if (!isKind(kind))
    throw new AppError("TYPED_UNKNOWN", `There is no kind of definition "${kind}".`, "Update Waymark.");
  return { kind, subject };
}

/** A draft as what is checked. */
export function draftedText(draft: DefinitionDraft): DraftedText {
  return { ...draft, ...subjectOf(draft) };
}

function outdated(): AppError {
  return new AppError(
    "CHANGED_MEANWHILE",
    "The definition in force changed after this draft was begun.",
    "Return the draft; its author can bring it up to date and see both texts.",
  );
}

function periodFaults(period: string): readonly string[] {
  try {
    parsePeriodSpan(period, "in-month");
    return [];
  } catch {
    return [`“${period}” is not a period. Write the first month of the new series, such as 2026-04.`];
  }
}
