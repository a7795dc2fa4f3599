/** Packs of teams for a challenge session: several teams side by side first, then each team with what stands out and why (requirements 186 to 189). */
import { caseloadWords } from "../../../domain/challenge/pack-words.ts";
import { countExceptions, type TeamPack } from "../../../domain/challenge/team-pack.ts";
import { dayInWords } from "../../../domain/period.ts";
import type { Block, TableBlock } from "../../../domain/report/document.ts";
import { idPart, type Maker, type Making } from "../making.ts";
import { countCell, endColumn, startColumn, textCell } from "../shown-cells.ts";
import { challengeData } from "./challenge-data.ts";
import { actionsTable, caseloadTable, exceptionsTable, overdueTable, trendsTable } from "./challenge-tables.ts";

export const makeChallenge: Maker<"challenge"> = (_, making) => {
  const { packs } = making;
  const id = `${making.section.id}-packs`;
  const several = packs.length > 1 ? sideBySide(packs, id) : [];
  return {
    blocks: [
      ...about(packs, id),
      ...several,
      ...packs.flatMap((pack, index) => teamBlocks(pack, making, `${id}-${index + 1}`)),
    ],
    data: challengeData(packs),
  };
};

/** Up to when the figures go, and that they stay as printed. */
function about(packs: readonly TeamPack[], id: string): readonly Block[] {
  const [first] = packs;
  if (first === undefined) return [];
  return [
    {
      kind: "paragraph",
      id: `${id}-about`,
      text: [
        `This pack holds the figures to ${dayInWords(first.asAt)} as they stood when it was made. Later corrections of records are not in it.`,
      ],
    },
  ];
}

function sideBySide(packs: readonly TeamPack[], id: string): readonly Block[] {
  return [
    {
      kind: "paragraph",
      id: `${id}-side-words`,
      text: [{ kind: "reference", to: `${id}-side` }, " sets the teams side by side; each follows by itself."],
    },
    sideTable(packs, `${id}-side`),
  ];
}

function sideTable(packs: readonly TeamPack[], id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption: "The teams side by side",
    columns: [
      startColumn("team", "Team", 3, "The team."),
      endColumn("red", "Red", 1, "Measures rated red."),
      endColumn("amber", "Amber and worse", 1.2, "Measures rated amber and getting worse."),
      endColumn("unusual", "Unusual", 1.1, "Measures outside their usual range."),
      endColumn("recognise", "Recognise", 1.2, "Measures unusual for the better."),
      endColumn("overdue", "Overdue", 1.1, "Duties overdue, all kinds together."),
      endColumn("actions", "Open actions", 1.1, "Actions of earlier sessions still open."),
      endColumn("children", "Children held", 1.1, "Children held by the team’s workers."),
      endColumn("each", "Most held by one worker", 1.3, "The largest number of children one worker holds."),
    ],
    rows: packs.map((pack) => {
      const counts = countExceptions(pack);
      const { team, overdue, actions, caseloads } = pack;
      return {
        cells: [
          textCell(team),
          ...(["red", "amber-falling", "unusual", "recognise"] as const).map((kind) => countCell(counts[kind])),
          countCell(overdue.reduce((sum, { count }) => sum + count, 0)),
          countCell(actions.filter(({ state }) => state === "open").length),
          countCell(caseloads.reduce((sum, { children }) => sum + children, 0)),
          countCell(Math.max(0, ...caseloads.map(({ children }) => children))),
        ],
      };
    }),
  };
}

function teamBlocks(pack: TeamPack, { section }: Making, place: string): readonly Block[] {
  const { team, exceptions, trends, overdue, caseloads, warnings, actions } = pack;
  const id = `${place}-${idPart(team)}`;
  const level = section.level === 1 ? 2 : 3;
  // Under a section of the second level a team and its parts would need a fourth: parts stand as strong words instead.
  const part = (name: string, text: string): Block =>
    level === 2
      ? { kind: "heading", id: `${id}-${name}`, level: 3, text, isNumbered: false }
      : { kind: "paragraph", text: [{ kind: "strong", text }] };
  const say = (name: string, words: string): Block => ({ kind: "paragraph", id: `${id}-${name}-words`, text: [words] });
  const due = overdue.filter(({ count, soon }) => count + soon > 0);
  return [
    { kind: "heading", id: `${id}-team`, level, text: team, isNumbered: false },
    part("exceptions", "What stands out"),
    exceptions.length === 0
      ? say("exceptions", "Nothing is red, amber and worse, or unusual.")
      : exceptionsTable(pack, `${id}-stands-out`),
    part("actions", "Actions from earlier sessions"),
    actions.length === 0
      ? say("actions", "None are open, and none were agreed last time.")
      : actionsTable(pack, `${id}-did-they-work`),
    part("overdue", "Overdue and due soon"),
    due.length === 0
      ? say("overdue", "Nothing is overdue or falls due within 15 working days.")
      : overdueTable({ team, overdue: due }, `${id}-late`),
    part("caseloads", "Caseloads"),
    say("caseloads", caseloadWords(caseloads)),
    ...(caseloads.length === 0 ? [] : [caseloadTable(pack, `${id}-held`)]),
    ...(trends.length === 0 ? [] : [part("trends", "Everything else, with its trend")]),
    ...trendBlocks(pack, id),
    part("warnings", "What to doubt in these figures"),
    warnings.length === 0
      ? say("warnings", "Nothing is known to be wrong with them.")
      : { kind: "list", isOrdered: false, items: warnings.map((warning) => [warning]) },
  ];
}

/** Percentages of few cases stand apart: each case is to be looked at, not the percentage. */
function trendBlocks({ team, trends }: TeamPack, id: string): readonly Block[] {
  const [few, many] = [trends.filter(({ isOfFew }) => isOfFew), trends.filter(({ isOfFew }) => !isOfFew)];
  return [
    ...(many.length === 0 ? [] : [trendsTable(`${team}: measures where nothing stands out`, many, `${id}-trend`)]),
    ...(few.length === 0 ? [] : [trendsTable(`${team}: percentages of fewer than 5 cases`, few, `${id}-few`)]),
  ];
}
