/** Templates and layouts: every fault is told with its file, its line and what to do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AppError } from "../domain/errors.ts";
import { readLayout, readReportTemplate } from "./read-report-template.ts";

const FILE = "reports/quarterly.yaml";
const layoutText = (orientation: string): string => `id: wide
title: Wide
orientation: ${orientation}
columns:
  - { column: reference }
  - { column: title }
`;
const KNOWN = {
  layouts: new Map([["wide", readLayout(layoutText("landscape"), "layouts/wide.yaml")]]),
  scorecards: new Map([["vital-signs", {}]]),
};

/** A sound template with parts put in place of others. */
function written(changes: readonly (readonly [string, string])[] = []): string {
  const sound = `id: quarterly
title: Quarterly report
description: What the quarter brought.
reportTitle: "{scorecard}: {period}"
subject: scorecard
audience: published
asks:
  - { id: meeting, label: Date of meeting, kind: day, isRequired: true }
  - { id: legal, label: Legal implications, kind: text, standard: "None in {period}." }
sections:
  - id: cover
    content:
      - kind: cover
        fields:
          - { name: Date, text: "{answer:meeting}" }
  - id: overview
    heading: Overview
    content:
      - kind: text
        id: overview-text
        text: Of {period}; see {see:appendix}.
      - { kind: counts, of: ratings }
  - id: legal-section
    heading: Legal implications
    level: 2
    content:
      - { kind: ask, ask: legal }
  - id: appendix
    heading: Appendix
    orientation: landscape
    content:
      - { kind: indicators, layout: wide }
`;
  return changes.reduce((text, [was, is]) => {
    assert.ok(text.includes(was), `the sound template holds ${was}`);
    return text.replace(was, is);
  }, sound);
}

const faultOf = (read: () => unknown): string => {
  try {
    read();
  } catch (fault) {
    assert.ok(fault instanceof AppError);
    assert.equal(fault.code, "REPORT_INVALID");
    assert.notEqual(fault.remedy, "");
    return fault.message;
  }
  return "no fault";
};

test("a sound template is read with what it leaves out filled in", () => {
  const template = readReportTemplate(written(), FILE, KNOWN);
  assert.equal(template.file, FILE);
  assert.deepEqual(
    template.sections.map(({ id, level, orientation, isNumbered }) => [id, level, orientation, isNumbered]),
    [
      ["cover", 1, "portrait", true],
      ["overview", 1, "portrait", true],
      ["legal-section", 2, "portrait", true],
      ["appendix", 1, "landscape", true],
    ],
  );
});

const FAULTS: readonly (readonly [what: string, changes: readonly (readonly [string, string])[], says: RegExp])[] = [
  ["a file that is no YAML", [["sections:", "sections: ["]], /line \d+: /],
  [
    "another name than the file’s",
    [["id: quarterly", "id: quaterly"]],
    /line 1: the id is "quaterly", which is not the file’s name/,
  ],
  [
    "a part that is missing",
    [["description: What the quarter brought.\n", ""]],
    /line 1: description: this must be there/,
  ],
  [
    "a subject nobody knows",
    [["subject: scorecard", "subject: scorecrad"]],
    /line 5: subject: "scorecrad" is none of .*Did you mean "scorecard"\?/,
  ],
  [
    "a kind of content nobody knows",
    [["kind: counts", "kind: count"]],
    /line 22: sections\.1\.content\.1\.kind: nothing is called "count"\. Did you mean "counts"\?/,
  ],
  [
    "counts of something else",
    [["of: ratings", "of: rating"]],
    /line 22: .*"rating" is none of ratings, directions\. Did you mean "ratings"\?/,
  ],
  [
    "a part nothing is made of",
    [["    level: 2\n", "    level: 2\n    colour: red\n"]],
    /line 26: sections\.2: nothing here is called "colour"/,
  ],
  ["an id of another shape", [["id: overview\n", "id: Overview\n"]], /line 16: sections\.1\.id: use small letters/],
  [
    "a reference to no section",
    [["{see:appendix}", "{see:apendix}"]],
    /line 21: section overview: \{see:apendix\} names no section with a heading\. Did you mean "appendix"\?/,
  ],
  [
    "a reference in a heading",
    [["heading: Appendix", 'heading: "After {see:overview}"']],
    /line 29: the heading of appendix: a heading cannot refer/,
  ],
  [
    "a name nothing fills",
    [["Of {period};", "Of {perod};"]],
    /line 21: section overview: nothing fills \{perod\}\. Did you mean "period"\?/,
  ],
  ["a name written large", [["Of {period};", "Of {Period};"]], /line 21: section overview: a brace is left over/],
  [
    "a name nothing fills in standard words",
    [["None in {period}.", "None in {perid}."]],
    /line 9: the standard words of legal: nothing fills \{perid\}\. Did you mean "period"\?/,
  ],
  [
    "a measure in a report about a scorecard",
    [["Of {period};", "Of {measure};"]],
    /line 21: .*\{measure\} says nothing in a report about scorecard/,
  ],
  [
    "an answer to no question",
    [["{answer:meeting}", "{answer:meating}"]],
    /\{answer:meating\} names nothing that is asked for\. Did you mean "meeting"\?|"meeting" is asked for and stands nowhere/,
  ],
  [
    "an ask nobody is asked",
    [["ask: legal }", "ask: leagl }"]],
    /"legal" is asked for and stands nowhere|nothing asks for "leagl"\. Did you mean "legal"\?/,
  ],
  [
    "an ask whose answer stands nowhere",
    [["      - { kind: ask, ask: legal }\n", "      - { kind: notes }\n"]],
    /line 9: "legal" is asked for and stands nowhere; show its answer, or do not ask/,
  ],
  [
    "an ask that stands twice",
    [["{ kind: counts, of: ratings }", "{ kind: ask, ask: legal }"]],
    /line 9: "legal" stands in 2 places; let it stand in one/,
  ],
  [
    "a required ask without a place for its gap",
    [
      ['text: "{answer:meeting}"', 'text: "{made-on}"'],
      ["Of {period};", "Of {answer:meeting};"],
    ],
    /line 8: "meeting" is required, so it must stand by itself/,
  ],
  [
    "two asks of one name",
    [["id: legal, label", "id: meeting, label"]],
    /line 9: two asks are called "meeting"|line 8: /,
  ],
  [
    "two parts of one id",
    [["id: overview-text", "id: appendix"]],
    /line 28: the id "appendix" stands twice; give one another id/,
  ],
  [
    "the same content twice in a section",
    [
      [
        "      - { kind: counts, of: ratings }\n",
        "      - { kind: counts, of: ratings }\n      - { kind: counts, of: ratings }\n",
      ],
    ],
    /line 23: section overview holds the same counts twice/,
  ],
  [
    "a level that is skipped",
    [["level: 2", "level: 3"]],
    /line 25: a heading of level 3 follows one of level 1; levels go down one at a time/,
  ],
  [
    "a layout there is not",
    [["layout: wide", "layout: wyde"]],
    /line 32: section appendix: there is no layout "wyde"\. Did you mean "wide"\?/,
  ],
  [
    "a wide table on an upright page",
    [["    orientation: landscape\n", ""]],
    /line 31: section appendix: the layout wide is landscape, the section is not; add "orientation: landscape"/,
  ],
  [
    "a page about one measure in a report on a scorecard",
    [["{ kind: counts, of: ratings }", "{ kind: measure }"]],
    /line 22: section overview: "measure" needs a report about measure, and this one is about scorecard; take it out, or change the subject/,
  ],
  [
    "a card’s content in a report about teams",
    [
      ["subject: scorecard", "subject: challenge"],
      ["audience: published", "audience: internal"],
      ["{scorecard}: {period}", "{teams}: {period}"],
    ],
    /line 22: section overview: "counts" needs a report about scorecard, measure, editions/,
  ],
  [
    "a scorecard nobody has",
    [["subject: scorecard\n", "subject: scorecard\nscorecards: [vital-sings]\n"]],
    /line 6: there is no scorecard "vital-sings"\. Did you mean "vital-signs"\?/,
  ],
  [
    "packs of teams for the public",
    [["subject: scorecard", "subject: challenge"]],
    /line 6: packs of teams hold true small numbers and are never public; write internal/,
  ],
  [
    "counts of a scorecard in a report about teams",
    [
      ["subject: scorecard", "subject: challenge"],
      ["audience: published", "audience: internal"],
    ],
    /line 4: the report’s title: \{scorecard\} says nothing in a report about challenge/,
  ],
];

for (const [what, changes, says] of FAULTS)
  test(`${what} is told with file, line and what to do`, () => {
    const fault = faultOf(() => readReportTemplate(written(changes), FILE, KNOWN));
    assert.match(fault, /^catalogue\/reports\/quarterly\.yaml: /);
    assert.match(fault, says);
  });

test("a layout that shows one column twice under one header is refused", () => {
  const twice = layoutText("portrait").replace("column: title", "column: reference");
  assert.match(
    faultOf(() => readLayout(twice, "layouts/wide.yaml")),
    /catalogue\/layouts\/wide\.yaml: line 6: the column "reference" stands twice/,
  );
});

test("a header of a layout names a period only where the column is of one", () => {
  const named = (column: string, header: string): string =>
    layoutText("portrait").replace("column: title", `column: ${column}, header: "${header}"`);
  assert.equal(readLayout(named("last-year", "Year end {period}"), "layouts/wide.yaml").columns.length, 2);
  for (const [column, header, fault] of [
    ["target", "Target {period}", /nothing fills \{period\} above the column "target"; it is of no period/],
    ["history", "Qu {quarter}", /nothing fills \{quarter\} above the column "history"; use \{period\}/],
  ] as const)
    assert.match(
      faultOf(() => readLayout(named(column, header), "layouts/wide.yaml")),
      fault,
    );
});

test("a layout with a column nobody can make is refused with the nearest that can be made", () => {
  const wrong = layoutText("portrait").replace("column: title", "column: titel");
  assert.match(
    faultOf(() => readLayout(wrong, "layouts/wide.yaml")),
    /line 6: columns\.1\.column: "titel" is none of .*Did you mean "title"\?/,
  );
});
