/** What a column of a scorecard holds, by its heading: every spelling councils are known to use. */

export const COLUMN_ROLES = [
  "section",
  "reference",
  "recommendation",
  "recommendation-summary",
  "measure",
  "shows",
  "polarity",
  "unit",
  "neighbours",
  "region",
  "england",
  "target",
  "year-end-target",
  "requires-improvement",
  "good",
  "outstanding",
  "period",
  "baseline",
  "change",
  "rating",
  "direction",
  "comment",
  "plan-priority",
  "corporate-priority",
  "owner",
  "unknown",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Headings with blanks and punctuation taken out; the first pattern that fits tells the role. */
const PATTERNS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["section", /^(section|theme|area|servicearea|objective|category|priorityarea)$/],
  ["recommendation-summary", /^rec(ommendation)?s?summary$/],
  ["recommendation", /^rec(ommendation)?(s|no|number|ref)?$/],
  ["reference", /^(no|number|id|ref|reference|iapref|piref|pi|measure(no|id|ref)|indicator(no|id|ref)|#)$/],
  ["shows", /^(whatitshows|whatthisshows|whatdoesitshow|rationale|why)$/],
  ["polarity", /^(polarity|goodis|highorlow|goodperformance|goodtobe)$/],
  ["unit", /^(unit|units|format|measuredin)$/],
  [
    "measure",
    /^((audit|performance)?measures?|indicators?|performanceindicators?|description|measuredescription|title|piname)$/,
  ],
  ["neighbours", /^(sn|statneigh|statneighbours?|statisticalneighbours?|statneighbour)(av|avg|average|mean|median)?$/],
  ["england", /^(national|england|nat|eng)(av|avg|average|figure)?$/],
  [
    "region",
    /^(regional|region|nw|northwest|northeast|ne|yh|em|wm|eastofengland|eoe|sw|southwest|se|southeast|london)(av|avg|average)$/,
  ],
  ["year-end-target", /^(yearendtarget|yetarget|annualtarget|endofyeartarget|yrendtarget)$/],
  ["target", /^(target|localtarget|currenttarget|target\d{2,8})$/],
  ["requires-improvement", /^(requiresimprovement|ri|requiresimprovementthreshold)$/],
  ["good", /^(good|goodthreshold)$/],
  ["outstanding", /^(outstanding|outstandingthreshold)$/],
  ["baseline", /^(baseline|startingpoint|baselinefigure)$/],
  ["change", /^(change|change%|%change|variance|changesincelastyear)$/],
  ["rating", /^(rag|ragrating|ragstatus|rating|status|currentrag)$/],
  ["direction", /^(quarterly|monthly|annual)?(directionoftravel|diroftravel|dot|direction|trend|travel)$/],
  [
    "comment",
    /^((additional)?comments?(additionalinformation)?|commentary|commentadditionalinformation|additionalinformation|narrative|notes?|explanation|analysis)$/,
  ],
  ["plan-priority", /^(cypplanpriority|c&ypplanpriority|planpriority|cyppriority|priority)$/],
  ["corporate-priority", /^(corporatepriority|corporateoutcome|councilpriority|outcome)$/],
  ["owner", /^(owner|lead|leadofficer|responsible|accountable)$/],
];

/** The role of a heading; "unknown" when no spelling fits (it may still be a period: see `period-heading.ts`). */
export function roleOfHeading(heading: string): ColumnRole {
  const folded = heading.toLowerCase().replace(/[^a-z0-9%&#]/g, "");
  if (folded === "") return "unknown";
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? "unknown";
}

/** Which region's average a heading names: "NW Av*" is the North West's. */
export function regionOfHeading(heading: string): string {
  const folded = heading.toLowerCase().replace(/[^a-z]/g, "");
  const names: Readonly<Record<string, string>> = {
    nw: "North West",
    northwest: "North West",
    ne: "North East",
    northeast: "North East",
    yh: "Yorkshire and the Humber",
    em: "East Midlands",
    wm: "West Midlands",
    eoe: "East of England",
    sw: "South West",
    southwest: "South West",
    se: "South East",
    southeast: "South East",
    london: "London",
  };
  const found = Object.entries(names).find(([name]) => new RegExp(`^${name}(av|avg|average)$`).test(folded));
  return found?.[1] ?? "Region";
}
