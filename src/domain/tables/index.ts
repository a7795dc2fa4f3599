/** Every canonical table, in the order the data dictionary prints them; a new table is one file and one line here. */

import { addressTable } from "./address.ts";
import { aggregateInputTable } from "./aggregate-input.ts";
import { assessmentTable } from "./assessment.ts";
import { assessmentFactorTable } from "./assessment-factor.ts";
import { bankHolidayTable } from "./bank-holiday.ts";
import { careEpisodeTable } from "./care-episode.ts";
import { careLeaverTable } from "./care-leaver.ts";
import { cinPlanTable } from "./cin-plan.ts";
import { codeTable } from "./code.ts";
import { comparatorTable } from "./comparator.ts";
import { contactTable } from "./contact.ts";
import { cpPlanTable } from "./cp-plan.ts";
import { earlyHelpEpisodeTable } from "./early-help-episode.ts";
import { educationRecordTable } from "./education-record.ts";
import { ehcpCaseTable } from "./ehcp-case.ts";
import { healthCheckTable } from "./health-check.ts";
import { icpcTable } from "./icpc.ts";
import { involvementTable } from "./involvement.ts";
import { localAuthorityTable } from "./local-authority.ts";
import { localEventTable } from "./local-event.ts";
import { missingEpisodeTable } from "./missing-episode.ts";
import { neighbourTable } from "./neighbour.ts";
import { permanenceTable } from "./permanence.ts";
import { personTable } from "./person.ts";
import { personFlagTable } from "./person-flag.ts";
import { personIdentifierTable } from "./person-identifier.ts";
import { populationTable } from "./population.ts";
import { purgeTable } from "./purge.ts";
import { referralTable } from "./referral.ts";
import { reviewTable } from "./review.ts";
import { s47EnquiryTable } from "./s47-enquiry.ts";
import type { CanonicalTable } from "./table.ts";
import { teamTable } from "./team.ts";
import { visitTable } from "./visit.ts";
import { workerTable } from "./worker.ts";

export const TABLES: readonly CanonicalTable[] = [
  personTable,
  personIdentifierTable,
  personFlagTable,
  addressTable,
  contactTable,
  earlyHelpEpisodeTable,
  referralTable,
  assessmentTable,
  assessmentFactorTable,
  s47EnquiryTable,
  icpcTable,
  cinPlanTable,
  cpPlanTable,
  reviewTable,
  visitTable,
  careEpisodeTable,
  healthCheckTable,
  missingEpisodeTable,
  permanenceTable,
  careLeaverTable,
  ehcpCaseTable,
  educationRecordTable,
  involvementTable,
  workerTable,
  teamTable,
  localEventTable,
  aggregateInputTable,
  populationTable,
  comparatorTable,
  neighbourTable,
  localAuthorityTable,
  bankHolidayTable,
  codeTable,
  purgeTable,
];

const BY_NAME = new Map(TABLES.map((table) => [table.name, table]));

/** The table of that name, or `undefined` when there is none. */
export function tableNamed(name: string): CanonicalTable | undefined {
  return BY_NAME.get(name);
}
