/** The eleven lists of Ofsted's Annex A: their columns, and other headers seen for them. Ofsted, ILACS child-level data, 2017 to 2024. */
import type { ListColumn, SheetList } from "../../formats/xlsx-header.ts";

/** A column; dates are those whose name says so. */
function column(name: string, like?: RegExp): ListColumn {
  return { name, ...(like === undefined ? {} : { like }), ...(/\bdate\b/i.test(name) ? { kind: "date" } : {}) };
}

/** Yes or no about the child, kept where it is yes. */
const flag = (name: string, like: RegExp): ListColumn => ({ name, like, kind: "flag" });

const CHILD = column(
  "Child Unique ID",
  /\b(child|person|client|unique|pupil)\b.*\b(id|identifier|number|ref)\b|^(id|mosaic id|person id|client id)$/i,
);
const GENDER = column("Gender", /^(gender|sex)\b/i);
const ETHNICITY = column("Ethnicity", /^ethnic/i);
const BIRTH = column("Date of Birth", /date.*birth|birth.*date|^d\.?o\.?b\.?$/i);
const AGE = column("Age of Child (Years)", /^(child'?s? )?age\b/i);
const FIVE = [CHILD, GENDER, ETHNICITY, BIRTH, AGE] as const;
const DISABLED = flag("Does the Child have a Disability", /disab/i);
const TEAM = column("Allocated Team", /^(allocated |current |case |latest )*team\b( name)?$/i);
const WORKER = column("Allocated Worker", /^(allocated |current |case |latest |social )*worker\b( name)?$/i);

/** A list, its sheet known by number or by one of the words of its title. */
function list(number: number, title: RegExp, columns: readonly ListColumn[]): SheetList {
  const like = new RegExp(
    `^(annex ?a)?\\W*(list)?[\\s_.-]*0?${number}(?!\\d)|list[\\s_.-]*0?${number}(?!\\d)|${title.source}`,
    "i",
  );
  return { table: `List ${number}`, like, columns };
}

const FRONT_DOOR: readonly SheetList[] = [
  list(1, /^contacts?$/, [
    ...FIVE,
    column("Date of Contact", /date.*contact|contact.*date/i),
    column("Contact Source", /contact.*source|source.*contact/i),
  ]),
  list(2, /early help|^eh( assessments?)?$/, [
    ...FIVE,
    column("Assessment start date", /(assess|episode|early help).*start|start.*assess/i),
    column("Assessment completion date", /(assess|episode|early help).*(complet|end)|(complet|end).*assess.*date/i),
    column("Organisation completing assessment", /organi[sz]ation|agency/i),
  ]),
  list(3, /^referrals?$/, [
    ...FIVE,
    column("Date of referral", /date.*referral|referral.*date/i),
    column("Referral Source", /referral.*source|source.*referral/i),
    column("Referral NFA?", /nfa|no further action/i),
    column("Number of Referrals in Last 12 Months", /number.*referrals|referrals.*12 ?m/i),
    TEAM,
    WORKER,
  ]),
  list(4, /^(single |c&f |continuous )?assessments?$/, [
    ...FIVE,
    DISABLED,
    column("Continuous Assessment Start Date", /assessment.*start|start.*assessment/i),
    column("Child Seen During Continuous Assessment", /seen.*assessment|child seen/i),
    column("Continuous Assessment Date of Authorisation", /authoris|assessment.*(complet|end)/i),
    column(
      "Was the child assessed as requiring LA children's social care support?",
      /assessed.*(requir|support)|requir.*support/i,
    ),
    TEAM,
    WORKER,
  ]),
  list(5, /^s(ection)? ?47|icpcs?$/, [
    ...FIVE,
    DISABLED,
    column("Strategy discussion initiating Section 47 Enquiry Start Date", /(strategy|s(ection)? ?47).*(start )?date/i),
    column("Was an Initial Child Protection Conference deemed unnecessary?", /unnecessary|not (required|necessary)/i),
    column("Date of Initial Child Protection Conference", /date.*(initial child protection|icpc)|icpc.*date/i),
    column(
      "Did the Initial Child Protection Conference Result in a Child Protection Plan",
      /(conference|icpc).*result/i,
    ),
    column("Number of Section 47 Enquiries in the last 12 months", /number.*(s(ection)? ?47|enquir)/i),
    column("Number of ICPCs in the last 12 months", /number.*(icpc|conference)/i),
    TEAM,
    WORKER,
  ]),
];

const CASES: readonly SheetList[] = [
  list(6, /^(cin|child(ren)? in need)$/, [
    ...FIVE,
    DISABLED,
    column("CIN Start Date", /(cin|child in need|episode|referral).*start|start date/i),
    column("Primary Need Code", /\bneed\b.*code|primary need|category of need/i),
    column("Date Child Was Last Seen", /last seen/i),
    column("CIN Closure Date", /(closure|closed|end).*date|date.*(closure|closed|ended)/i),
    column("Reason for Closure", /reason.*clos|clos.*reason/i),
    column("Case Status", /status/i),
    TEAM,
    WORKER,
  ]),
  list(7, /^(cpp?|child protection)( plans?)?$/, [
    ...FIVE,
    DISABLED,
    column("Child Protection Plan Start Date", /(plan|cpp?).*start|start.*plan/i),
    column("Initial Category of Abuse", /(initial|first|original).*category/i),
    column("Latest Category of Abuse", /(latest|current|most recent).*category/i),
    column("Date of the Last Statutory Visit", /(last|latest).*visit/i),
    column("Was the Child Seen Alone?", /seen alone/i),
    column("Date of latest review conference", /review conference|(last|latest).*(review|rcpc)/i),
    column("Child Protection Plan End Date", /(plan|cpp?).*end|end.*plan/i),
    column(
      "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
      /emergency protection|police powers/i,
    ),
    column("Number of Previous Child Protection Plans", /previous.*plans/i),
    TEAM,
    WORKER,
  ]),
  list(8, /^(cla|lac|cic|(children )?looked after( children)?)$/, [
    ...FIVE,
    flag("Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", /uasc|asylum/i),
    DISABLED,
    column("Date Started to be Looked After", /(started|became|start).*looked after/i),
    column("Child's Category of Need", /category of need|\bneed code/i),
    column(
      "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
      /second or subsequent/i,
    ),
    column("Start date of current legal status", /(start|date).*legal status|legal status.*start/i),
    column("Child's Legal Status", /legal status/i),
    column("Date of Latest Statutory Review", /(latest|last).*review/i),
    column("Date of Last Social Work Visit", /(latest|last).*(social work|statutory|sw) visit/i),
    column("What is the permanence plan for this child?", /permanence plan/i),
    column("Date of Last IRO Visit / Contact to the Child", /\biro\b/i),
    column("Date of Last Health Assessment", /health assess/i),
    column("Date of Last Dental Check", /dent(al|ist)/i),
    column("Number of Placements in the Last 12 months", /number.*placements|placements.*12 ?m/i),
    column("Date Ceased to be Looked After", /date.*(ceased|ended).*looked after|looked after.*(ceased|end).*date/i),
    column("Reason Ceased to be Looked After", /reason.*(ceased|looked after)/i),
    column("Start Date of Most Recent Placement", /start.*placement|placement.*start/i),
    column("Placement Type", /placement type|type of placement/i),
    column("Placement Provider", /provider/i),
    column("Placement postcode", /post ?code/i),
    column("URN of Placement", /\burn\b/i),
    column("Placement Location", /placement location/i),
    column("LA of Placement", /(la|local authority) of placement|placement (la|local authority)/i),
    column(
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
      /number.*missing/i,
    ),
    column(
      "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
      /number.*absent/i,
    ),
    column("Was the child offered a Return Interview after their last missing episode (Y/N)?", /offered.*return/i),
    column("Did the child accept a Return Interview after their last missing episode (Y/N)?", /accept.*return/i),
    TEAM,
    WORKER,
  ]),
  list(9, /^care ?leavers?$/, [
    ...FIVE,
    flag("Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", /uasc|asylum/i),
    DISABLED,
    TEAM,
    WORKER,
    column("Allocated Personal Advisor", /personal advis/i),
    column("Eligibility Category", /eligib/i),
    column("Latest Pathway Plan Review Date", /pathway/i),
    column("LA in Touch", /in touch/i),
    column("Latest Date of Contact", /date.*contact|contact.*date/i),
    column("Type of Accommodation", /type.*accommodation|accommodation type/i),
    column("Suitability of Accommodation", /suitab/i),
    column("Activity Status", /activity/i),
  ]),
];

const ADOPTION: readonly SheetList[] = [
  list(10, /^adoption$|^children.*adopt/, [
    CHILD,
    column("Family identifier", /family/i),
    GENDER,
    ETHNICITY,
    BIRTH,
    AGE,
    DISABLED,
    column("Date the Child Entered Care", /entered care/i),
    column("Date of Decision that Child Should be Placed for Adoption", /decision.*should be placed/i),
    column("Date of Placement Order", /placement order/i),
    column("Date of Matching Child and Prospective Adopters", /match/i),
    column("Date Placed for Adoption", /^date.*placed for adoption$/i),
    column("Date of Adoption Order", /adoption order/i),
    column("Date of Decision that Child Should No Longer be Placed for Adoption", /decision.*no longer/i),
    column("Reason Why Child No Longer Placed for Adoption", /reason.*no longer/i),
    column(
      "Date the child was placed for fostering in FFA or concurrent planning placement",
      /ffa|fostering.*adoption|concurrent/i,
    ),
  ]),
  list(11, /adopters?$/, [
    column("Individual adopter identifier", /adopter.*(id|identifier)/i),
    column("Family identifier", /family/i),
    GENDER,
    ETHNICITY,
    column("Disability", /disab/i),
    column("Is the (prospective) adopter fostering for adoption?", /fostering for adoption|ffa/i),
    column("Date enquiry received", /enquiry/i),
    column("Date Stage 1 started", /stage (1|one).*start|start.*stage (1|one)/i),
    column("Date Stage 1 ended", /stage (1|one).*end|end.*stage (1|one)/i),
    column("Date Stage 2 started", /stage (2|two).*start|start.*stage (2|two)/i),
    column("Date Stage 2 ended", /stage (2|two).*end|end.*stage (2|two)/i),
    column("Date application submitted", /application submitted/i),
    column("Date application approved", /application approved|approval/i),
    column("Date adopter matched with child(ren)", /match/i),
    column("Date child/children placed with adopter(s)", /date.*placed/i),
    column("No. of children placed", /^(no\.?|number).*children/i),
    column("Date of Adoption Order", /adoption order/i),
    column("Date of leaving adoption process", /date.*leaving/i),
    column("Reason for leaving adoption process", /reason.*leaving/i),
  ]),
];

/** The lists by number, list 1 first. */
export const LISTS: readonly SheetList[] = [...FRONT_DOOR, ...CASES, ...ADOPTION];
