/** The two lists of Ofsted and CQC's area SEND Annex A: their columns, and other headers that mean them. */
import type { ListColumn, SheetList } from "../../formats/xlsx-header.ts";

function column(name: string, like: RegExp): ListColumn {
  return { name, like, ...(/^date\b/i.test(name) ? { kind: "date" } : {}) };
}

const WHO = [
  column("Unique ID", /unique.*(id|identifier)|^(child |person |pupil )?id$/i),
  column("UPN", /^upn\b|unique pupil number/i),
  column("ULN", /^uln\b|unique learner/i),
  column("Date of birth", /birth|^d\.?o\.?b\.?$/i),
  column("Gender", /^(gender|sex)\b/i),
  column("Ethnicity", /^ethnic/i),
];
const NEED = column("SEN primary need", /primary need/i);
const SCHOOL = [
  column("Main education establishment – URN", /main.*urn|^urn\b/i),
  column("Main education establishment – phase", /main.*phase/i),
  column("Subsidiary education establishment – phase (dual registration)", /subsidiary/i),
];
const HOME = column("Elective home education", /home educ|\behe\b/i);
const RECORD: readonly ListColumn[] = [
  column("Suspensions", /suspension|fixed.?(term|period)/i),
  column("Permanent exclusions", /perm\w* excl/i),
  column("Absence", /absen/i),
  column("Pupil Premium", /pupil premium/i),
  column("Known to children's social care?", /known to/i),
  column("Which children's social care team?", /which.*team/i),
  { name: "Does the child or young person have a disability?", like: /disab/i, kind: "flag" },
];

/** List 1, plans; list 2, support without a plan, which has neither the plan's dates nor home education. */
export const SEND_LISTS: readonly SheetList[] = [
  {
    table: "List 1",
    like: /^list[\s_.-]*0?1(?!\d)|ehc/i,
    columns: [
      ...WHO,
      column("Date initial EHC plan issued", /initial.*plan/i),
      column("Date updated EHC plan issued", /updated.*plan|amended.*plan/i),
      column("Date EHC plan last reviewed", /review/i),
      NEED,
      ...SCHOOL,
      HOME,
      ...RECORD,
    ],
  },
  { table: "List 2", like: /^list[\s_.-]*0?2(?!\d)|sen(d)? support/i, columns: [...WHO, NEED, ...SCHOOL, ...RECORD] },
];
