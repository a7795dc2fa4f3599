/** The files of the SSDA903 by their headers, as the collection's validator recognises them. */
import { layout } from "./layout.ts";

const uk = { dates: "uk" } as const;

export const HEADER = layout("header", "CHILD:c SEX:k DOB:b ETHNIC:k UPN MOTHER MC_DOB:d", uk);
export const EPISODES = layout(
  "episodes",
  "CHILD:c DECOM:s RNE:k LS:k CIN:k PLACE:k PLACE_PROVIDER:k DEC:e REC:k REASON_PLACE_CHANGE:k HOME_POST PL_POST URN",
  uk,
);
export const REVIEWS = layout("reviews", "CHILD:c DOB:b REVIEW:d REVIEW_CODE:k", uk);
export const UASC = layout("uasc", "CHILD:c SEX:k DOB:b DUC:d", uk);
export const OC2 = layout(
  "oc2",
  `CHILD:c DOB:b SDQ_SCORE SDQ_REASON:k CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
   INTERVENTION_RECEIVED INTERVENTION_OFFERED`,
  uk,
);
export const OC3 = layout("oc3", "CHILD:c DOB:b IN_TOUCH:k ACTIV:k ACCOM:k", uk);
export const AD1 = layout(
  "ad1",
  "CHILD:c DOB:b DATE_INT:d DATE_MATCH:d FOSTER_CARE NB_ADOPTR SEX_ADOPTR:k LS_ADOPTR:k",
  uk,
);
export const PLACED = layout(
  "placed_for_adoption",
  "CHILD:c DOB:b DATE_PLACED:s DATE_PLACED_CEASED:e REASON_PLACED_CEASED:k",
  uk,
);
export const PREVIOUS = layout("previous_permanence", "CHILD:c DOB:b PREV_PERM:k LA_PERM DATE_PERM:d", uk);
export const MISSING = layout("missing", "CHILD:c DOB:b MISSING:k MIS_START:s MIS_END:e", uk);
export const SOCIAL_WORKERS = layout("sw_episodes", "CHILD:c DOB:b SW_ID SW_DECOM:s SW_DEC:e SW_REASON:k", uk);

/** The files of a collection year: social worker episodes began in 2024. */
export function filesOf(year: number) {
  const files = [HEADER, EPISODES, REVIEWS, UASC, OC2, OC3, AD1, PLACED, PREVIOUS, MISSING];
  return year >= 2024 ? [...files, SOCIAL_WORKERS] : files;
}
