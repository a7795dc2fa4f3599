/** The contract of a check across rows: what it needs, and the SQL that selects the rows it finds fault with. */
import type { IsoDate } from "../../domain/dates.ts";
import type { IssueCode } from "../issue-codes.ts";

/** What checks know of a draft besides its rows. */
export type CheckFacts = { readonly asAt: IsoDate | undefined };

/** One select over `mapped.<table>` that yields _file, _sheet and _row of each faulty row. */
export type Finding = {
  readonly code: IssueCode;
  readonly table: string;
  /** The field at fault, as issues name it. */
  readonly column: string;
  /** Fields that must be filled by this return for the check to mean anything, as table.field. */
  readonly needs: readonly string[];
  readonly select: string;
  /** SQL that makes what the select reads, run once however many findings share it. */
  readonly prepare?: string;
};

/** A check: the findings to look for. Checks never change or refuse a row. */
export type Check = (facts: CheckFacts) => readonly Finding[];
