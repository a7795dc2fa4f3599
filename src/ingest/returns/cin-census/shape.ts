/** The CIN census as rows: one staged table for each repeating element, the child's id and the ordinals of what it stands in repeated. */
import type { XmlShape } from "../../formats/xml-shape.ts";

const inReferral = { within: ["Child", "CINdetails"], inherits: ["LAchildID", "CINreferralDate"] };

/** Elements of the census, schema years 2017 to 2026, and the pre-proceedings block of 2027. */
export const CIN_CENSUS: XmlShape = {
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
  groups: [
    "Header",
    "CollectionDetails",
    "Source",
    "Content",
    "Children",
    "ChildIdentifiers",
    "ChildCharacteristics",
    "Disabilities",
    "FactorsIdentifiedAtAssessment",
    "Reviews",
  ],
  records: [
    {
      element: "Child",
      columns: [
        "LAchildID",
        "UPN",
        "FormerUPN",
        "UPNunknown",
        "PersonBirthDate",
        "ExpectedPersonBirthDate",
        "Sex",
        "GenderCurrent",
        "PersonDeathDate",
        "Ethnicity",
      ],
    },
    { element: "Disability", within: ["Child"], inherits: ["LAchildID"], columns: ["Disability"] },
    {
      element: "CINdetails",
      within: ["Child"],
      inherits: ["LAchildID"],
      columns: [
        "CINreferralDate",
        "ReferralSource",
        "PrimaryNeedCode",
        "CINclosureDate",
        "ReasonForClosure",
        "DateOfInitialCPC",
        "ReferralNFA",
      ],
    },
    {
      element: "Assessments",
      ...inReferral,
      columns: ["AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate"],
    },
    {
      element: "AssessmentFactors",
      within: ["Child", "CINdetails", "Assessments"],
      inherits: ["LAchildID"],
      columns: ["AssessmentFactors"],
    },
    { element: "CINPlanDates", ...inReferral, columns: ["CINPlanStartDate", "CINPlanEndDate"] },
    {
      element: "Section47",
      ...inReferral,
      columns: ["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"],
    },
    {
      element: "ChildProtectionPlans",
      ...inReferral,
      columns: ["CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP"],
    },
    {
      element: "CPPreviewDate",
      within: ["Child", "CINdetails", "ChildProtectionPlans"],
      inherits: ["LAchildID"],
      columns: ["CPPreviewDate"],
    },
    {
      element: "PreProceedingsandFGDM",
      ...inReferral,
      columns: [
        "PPStartDate",
        "LBPSentDate",
        "FGDMMeetingOffer",
        "FGDMMeetingFac",
        "InitialPPMeetingDate",
        "ReviewMeetingsCount",
        "StepDecisionDate",
        "PPOutcome",
        "CourtAppDate",
        "LetterInitCPDate",
      ],
    },
  ],
};
