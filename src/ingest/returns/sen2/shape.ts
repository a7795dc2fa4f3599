/** The SEN2 person level return as rows: one staged table for each repeating element, tied together by their ordinals. */
import type { XmlShape } from "../../formats/xml-shape.ts";

const inAssessment = ["Person", "Requests", "Assessment"];
const inActivePlan = ["Person", "Requests", "ActivePlans"];

const SETTING = ["URN", "UKPRN", "SENSetting", "SENSettingOther", "PlacementRank"];
const UNIT = ["SENunitIndicator", "ResourcedProvisionIndicator"];

/** Elements of SEN2, 2023 to 2026. */
export const SEN2: XmlShape = {
  root: "Message",
  header: [
    "Collection",
    "Year",
    "ReferenceDate",
    "SourceLevel",
    "LEA",
    "SoftwareCode",
    "Release",
    "SerialNo",
    "DateTime",
  ],
  groups: ["Header", "CollectionDetails", "Source", "Content", "Persons"],
  records: [
    {
      element: "Person",
      columns: [
        "Surname",
        "Forename",
        "PersonBirthDate",
        "Sex",
        "GenderCurrent",
        "Ethnicity",
        "PostCode",
        "UPN",
        "UniqueLearnerNumber",
        "UPNunknown",
      ],
    },
    {
      element: "Requests",
      within: ["Person"],
      columns: [
        "ReceivedDate",
        "RequestSource",
        "RYA",
        "RequestOutcomeDate",
        "RequestOutcome",
        "RequestMediation",
        "RequestTribunal",
        "Exported",
      ],
    },
    {
      element: "Assessment",
      within: ["Person", "Requests"],
      columns: [
        "AssessmentOutcome",
        "AssessmentOutcomeDate",
        "AssessmentMediation",
        "AssessmentTribunal",
        "OtherMediation",
        "OtherTribunal",
        "Week20",
      ],
    },
    {
      element: "NamedPlan",
      within: inAssessment,
      columns: ["StartDate", "PlanRes", "PlanWPB", "PB", "OA", "DP", "CeaseDate", "CeaseReason"],
    },
    { element: "PlanDetail", within: [...inAssessment, "NamedPlan"], columns: [...SETTING, ...UNIT] },
    {
      element: "ActivePlans",
      within: ["Person", "Requests"],
      columns: [
        "TransferLA",
        "ReviewMeeting",
        "ReviewOutcome",
        "ReviewDraft",
        "PhaseTransferDueDate",
        "PhaseTransferFinalDate",
        "LastReview",
      ],
    },
    {
      element: "PlacementDetail",
      within: inActivePlan,
      columns: [...SETTING, "EntryDate", "LeavingDate", ...UNIT, "RES", "WPB"],
    },
    { element: "SENneed", within: inActivePlan, columns: ["SENtype", "SENtypeRank"] },
  ],
};
