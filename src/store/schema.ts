/** The store's tables as Kysely knows them: days and moments are ISO text, structures are JSON text, yes and no are 1 and 0. */

import type { ChallengeTables } from "./tables/challenge.ts";
import type { DefinitionTables } from "./tables/definitions.ts";
import type { EnteredFigureTables } from "./tables/entered-figures.ts";
import type { HousekeepingTables, PeopleTables } from "./tables/people.ts";
import type { ReportDraftTables } from "./tables/report-drafts.ts";
import type { SavedListTables } from "./tables/saved-lists.ts";
import type { TokenTables } from "./tables/tokens.ts";

/** The two hash-chained logs have one shape; `detail` is before and after for a change, and what was seen for an access. */
export type LogRow = {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly what: string;
  readonly subject: string;
  readonly detail: string;
  readonly previous_hash: string;
  readonly hash: string;
};

export type LogHeadRow = { readonly log: string; readonly sequence: number; readonly hash: string };

export type TargetRow = {
  readonly id: number;
  readonly scorecard: string;
  readonly reference: string;
  readonly text: string | null;
  readonly origin: string;
  readonly basis: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly is_under_review: number;
  readonly review_by: string | null;
  readonly reason: string | null;
  readonly bands: string | null;
  readonly rating: string | null;
  readonly direction: string | null;
  readonly compare: string | null;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type PersonRatingRow = {
  readonly id: number;
  readonly scorecard: string;
  readonly reference: string;
  readonly period: string;
  readonly word: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type CommentRow = {
  readonly id: number;
  readonly scorecard: string;
  readonly period: string;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly due: string | null;
  readonly withdrawn_at: string | null;
};

export type CommentVersionRow = {
  readonly comment: number;
  readonly version: number;
  readonly body: string;
  readonly state: string;
  readonly reason: string | null;
  readonly person: string;
  readonly at: string;
};

export type FlagAnswerRow = {
  readonly id: number;
  readonly comment: number;
  readonly flag: string;
  readonly code: string;
  readonly quote: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

export type CommentDueRow = {
  readonly id: number;
  readonly scorecard: string;
  readonly period: string;
  readonly reference_list: string;
  readonly owner: string;
  readonly due: string;
  readonly withdrawn_at: string | null;
};

export type ReconciliationAcceptanceRow = {
  readonly id: number;
  readonly rule: string;
  readonly scorecard: string;
  readonly period: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type SeriesNoteRow = {
  readonly id: number;
  readonly measure: string;
  readonly time_window: string | null;
  readonly from_period: string;
  readonly kind: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type SignOffRow = {
  readonly id: number;
  readonly scorecard: string;
  readonly period: string;
  readonly role: string;
  readonly person: string;
  readonly at: string;
  readonly covers: string | null;
  readonly withdrawn_at: string | null;
};

export type EditionRow = {
  readonly id: string;
  readonly scorecard: string;
  readonly period: string;
  readonly number: number;
  readonly kind: string;
  readonly reason: string | null;
  readonly corrects: string | null;
  readonly published_at: string;
  readonly published_by: string;
  readonly audience: string;
  readonly checksum: string;
};

export type EditionFileRow = {
  readonly edition: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

export type PublicationPlanRow = {
  readonly id: number;
  readonly scorecard: string;
  readonly period: string;
  readonly announced_on: string;
  readonly publish_on: string;
  readonly author: string;
  readonly at: string;
};

export type SettingRow = { readonly key: string; readonly value: string };

type FirstTables = {
  readonly change_log: LogRow;
  readonly access_log: LogRow;
  readonly log_head: LogHeadRow;
  readonly target: TargetRow;
  readonly person_rating: PersonRatingRow;
  readonly comment: CommentRow;
  readonly comment_version: CommentVersionRow;
  readonly flag_answer: FlagAnswerRow;
  readonly comment_due: CommentDueRow;
  readonly reconciliation_acceptance: ReconciliationAcceptanceRow;
  readonly series_note: SeriesNoteRow;
  readonly sign_off: SignOffRow;
  readonly edition: EditionRow;
  readonly edition_file: EditionFileRow;
  readonly publication_plan: PublicationPlanRow;
  readonly setting: SettingRow;
};

/** Every table; later areas keep theirs in `tables/`. */
export type StoreSchema = FirstTables &
  ChallengeTables &
  DefinitionTables &
  EnteredFigureTables &
  PeopleTables &
  ReportDraftTables &
  SavedListTables &
  TokenTables &
  HousekeepingTables;
