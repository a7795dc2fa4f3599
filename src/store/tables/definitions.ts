/** Tables of definitions: changes being drafted, and every version that was ever approved. */

export type DefinitionDraftRow = {
  readonly id: number;
  /** "measure", "scorecard", "target" and the like. */
  readonly kind: string;
  /** What is defined: a measure's id, a scorecard's, "vital-signs 10" for a target. */
  readonly subject: string;
  /** Its file in the catalogue; empty where the definition is no file. */
  readonly path: string;
  readonly title: string;
  readonly content: string;
  /** The definition in force when the draft was begun; `null` for a new one. */
  readonly base: string | null;
  readonly reason: string | null;
  /** From which period figures may not be compared with those before; "no" where they may; `null` until said. */
  readonly breaks_from: string | null;
  readonly state: string;
  readonly version: number;
  /** JSON: everybody who wrote in it; none of them may approve it. */
  readonly authors: string;
  readonly opened_at: string;
  readonly at: string;
  readonly decided_by: string | null;
  readonly decision: string | null;
};

export type DefinitionVersionRow = {
  readonly kind: string;
  readonly subject: string;
  /** 1 for the first change of what was shipped. */
  readonly version: number;
  readonly path: string;
  readonly title: string;
  /** What stood before; `null` where nothing did. */
  readonly before: string | null;
  readonly content: string;
  readonly reason: string;
  readonly breaks_from: string | null;
  readonly author: string;
  readonly approver: string;
  readonly at: string;
  readonly draft: number;
};

export type DefinitionTables = {
  readonly definition_draft: DefinitionDraftRow;
  readonly definition_version: DefinitionVersionRow;
};
