/** The tables of a team's pack: what stands out with why, actions with whether they worked, what is late, who holds how many, and everything else. */
import { OUTCOME_LABELS } from "../../../domain/challenge/outcome.ts";
import { EXCEPTION_WORDS, lineSentences } from "../../../domain/challenge/pack-words.ts";
import type { ActionSeen, PackLine, TeamPack } from "../../../domain/challenge/team-pack.ts";
import { dayInWords, parsePeriod } from "../../../domain/period.ts";
import type { ReportCell, TableBlock } from "../../../domain/report/document.ts";
import {
  countCell,
  DASH,
  directionCell,
  endColumn,
  ratingCell,
  startColumn,
  textCell,
  trendCell,
} from "../shown-cells.ts";

/** The first page of a pack: each line says why it stands there. */
export function exceptionsTable({ team, exceptions }: Pick<TeamPack, "team" | "exceptions">, id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption: `${team}: what stands out`,
    columns: [
      startColumn("measure", "Measure", 3, "The measure."),
      startColumn("figure", "Latest", 1.6, "The latest figure, the cases it is of, and its period."),
      startColumn("target", "Target", 1.1, "The level aimed at."),
      startColumn("rating", "Rating", 1.2, "Red, amber or green against the target."),
      startColumn("direction", "Direction", 1.3, "Movement since the period before."),
      startColumn("trend", "Trend", 1.5, "The figures through time as a line."),
      startColumn("why", "Why it stands out", 5, "The reasons, in sentences."),
    ],
    rows: exceptions.map((line, index) => ({
      cells: [...lineCells(line, `${id}-${index + 1}`), textCell(whyWords(line))],
    })),
  };
}

/** Measures where nothing stands out. */
export function trendsTable(caption: string, trends: readonly PackLine[], id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption,
    columns: [
      startColumn("measure", "Measure", 4, "The measure."),
      startColumn("figure", "Latest", 2.2, "The latest figure, the cases it is of, and its period."),
      startColumn("target", "Target", 1.1, "The level aimed at."),
      startColumn("rating", "Rating", 1.4, "Red, amber or green against the target."),
      startColumn("direction", "Direction", 1.6, "Movement since the period before."),
      startColumn("trend", "Trend", 1.8, "The figures through time as a line."),
    ],
    rows: trends.map((line, index) => ({ cells: lineCells(line, `${id}-${index + 1}`) })),
  };
}

function lineCells(line: PackLine, id: string): readonly ReportCell[] {
  const { title, shown, parts, periodWords, target, rating, direction, series, window } = line;
  const points = series.map(({ period, ...point }) => ({ ...point, label: parsePeriod(period, window).label }));
  const of = [parts, periodWords].filter((words) => words !== null).join(", ");
  return [
    textCell(title),
    textCell({ kind: "strong", text: shown }, ` (${of})`),
    target === "" ? DASH : textCell(target),
    ratingCell(rating),
    directionCell(direction),
    trendCell(points, { id: `${id}-spark`, title }),
  ];
}

function whyWords(line: PackLine): string {
  const tags = line.why.map((kind) => EXCEPTION_WORDS[kind]).filter((word) => word !== "Red");
  return [...tags.map((word) => `${word}.`), ...lineSentences(line)].join(" ");
}

/** Last session's actions and whether they worked. */
export function actionsTable({ team, actions }: Pick<TeamPack, "team" | "actions">, id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption: `${team}: actions from earlier sessions, and whether they worked`,
    columns: [
      startColumn("action", "Action", 3, "What was agreed."),
      startColumn("owner", "Owner", 1.4, "Who answers for it."),
      startColumn("due", "Due", 1.3, "The day it is due."),
      startColumn("state", "State", 1, "Open, overdue or done."),
      startColumn("outcome", "Did it work?", 4, "How the measure it is about has moved since."),
    ],
    rows: actions.map((action) => ({ cells: actionCells(action) })),
  };
}

function actionCells({ text, ownerName, due, state, isOverdue, outcome, latest }: ActionSeen): readonly ReportCell[] {
  const said = outcome.sentence.startsWith(`${OUTCOME_LABELS[outcome.word]}:`)
    ? outcome.sentence
    : `${OUTCOME_LABELS[outcome.word]}: ${outcome.sentence}`;
  return [
    textCell(text),
    textCell(ownerName === "" ? "–" : ownerName),
    textCell(dayInWords(due)),
    textCell(state === "done" ? "Done" : isOverdue ? "Overdue" : "Open"),
    textCell(latest === null ? said : `${said} Latest note: ${latest}`),
  ];
}

/** How many are late with each duty, and how many soon will be. */
export function overdueTable({ team, overdue }: Pick<TeamPack, "team" | "overdue">, id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption: `${team}: overdue and due soon, most overdue first`,
    columns: [
      startColumn("what", "What", 4, "The duty."),
      endColumn("overdue", "Overdue", 1, "How many are late."),
      endColumn("soon", "Due within 15 working days", 1.6, "How many fall due soon."),
    ],
    rows: overdue.map(({ title, count, soon }) => ({ cells: [textCell(title), countCell(count), countCell(soon)] })),
  };
}

/** Children each worker holds. */
export function caseloadTable({ team, caseloads }: Pick<TeamPack, "team" | "caseloads">, id: string): TableBlock {
  return {
    kind: "table",
    id,
    caption: `${team}: children each worker holds, most first`,
    columns: [
      startColumn("worker", "Worker", 3, "The worker."),
      endColumn("children", "Children", 1, "How many children the worker holds."),
    ],
    rows: caseloads.map(({ worker, children }) => ({ cells: [textCell(worker), countCell(children)] })),
  };
}
