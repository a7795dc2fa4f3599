/** The files of the SSDA903 by the columns that tell them apart, whatever year, order or case. */
import { foldName } from "../../formats/csv-header.ts";

/** Every column a file may have, in the return's own order. */
export const FILES: Readonly<Record<string, readonly string[]>> = {
  Header: ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
  Episodes: [
    "CHILD",
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "HOME_POST",
    "PL_POST",
    "URN",
  ],
  Reviews: ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
  UASC: ["CHILD", "SEX", "DOB", "DUC"],
  OC2: [
    "CHILD",
    "DOB",
    "SDQ_SCORE",
    "SDQ_REASON",
    "CONVICTED",
    "HEALTH_CHECK",
    "IMMUNISATIONS",
    "TEETH_CHECK",
    "HEALTH_ASSESSMENT",
    "SUBSTANCE_MISUSE",
    "INTERVENTION_RECEIVED",
    "INTERVENTION_OFFERED",
  ],
  OC3: ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
  AD1: ["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"],
  PlacedAdoption: ["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"],
  PrevPerm: ["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"],
  Missing: ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"],
  SWEpisodes: ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"],
  DoLo: ["CHILD", "DOB", "DOLO_START", "DOLO_END"],
};

/** Columns several files have: they tell nothing about which it is. */
const SHARED = new Set(["CHILD", "DOB", "SEX"]);

/** Share of a file's own columns that must be there. */
const ENOUGH = 0.6;

/** The file a header belongs to: the one most of whose own columns it has, with the child's id; `null` when none fits. */
export function fileOfHeader(names: readonly string[]): string | null {
  const present = new Set(names.map(foldName));
  if (!present.has("child")) return null;
  let best: { readonly file: string; readonly found: number } | null = null;
  for (const [file, columns] of Object.entries(FILES)) {
    const own = columns.filter((column) => !SHARED.has(column));
    const found = own.filter((column) => present.has(foldName(column))).length;
    if (found / own.length >= ENOUGH && found > (best?.found ?? 0)) best = { file, found };
  }
  return best?.file ?? null;
}

/** Columns whose dates show which year a return is of; dates of plans and of birth do not. */
export const EVENT_DATES: Readonly<Record<string, readonly string[]>> = {
  Episodes: ["DECOM", "DEC"],
  Reviews: ["REVIEW"],
  Missing: ["MIS_START", "MIS_END"],
  SWEpisodes: ["SW_DECOM", "SW_DEC"],
  DoLo: ["DOLO_START", "DOLO_END"],
  PlacedAdoption: ["DATE_PLACED", "DATE_PLACED_CEASED"],
};
