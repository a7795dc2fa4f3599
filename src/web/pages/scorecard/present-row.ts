/** What one row of a scorecard prints. */
import { describeSeries, drawnPoints } from "../../../charts/series.ts";
import { sparkline } from "../../../charts/sparkline.ts";
import type { ReportingPeriod } from "../../../domain/period.ts";
import { type FigureCell, figureCell, inColumns, seriesOf } from "../../figure-cell.ts";
import type { CardComment, FigureRow, IndicatorFigures, Judged } from "../../services.ts";
import { longDate, WINDOW_WORDS } from "../../words.ts";
import { addressOf, type Chosen } from "./choices.ts";
import { changeOf } from "./only-rows.ts";

export type CellView = FigureCell & {
  /** The list behind the figure; `null` where there is none or it may not be opened. */
  readonly href: string | null;
};

export type CommentView = {
  readonly id: string;
  readonly paragraphs: readonly string[];
  /** "Approved, A. Analyst, 10 April 2026". */
  readonly who: string;
  readonly isApproved: boolean;
};

export type JudgedView = {
  readonly target: string;
  readonly neighbours: OthersView | null;
  readonly england: OthersView | null;
  readonly rating: Judged["rating"];
  readonly change: Judged["direction"];
  readonly signal: Judged["signal"] | null;
  readonly faults: readonly string[];
};
export type OthersView = { readonly shown: string; readonly period: string };

export type IndicatorView = {
  readonly reference: string;
  readonly title: string;
  /** The measure's page; `null` for those who may not enter it. */
  readonly href: string | null;
  /** The window in words when it is not the column's own; `null` when it is. */
  readonly window: string | null;
  readonly note: string | null;
  /** What it shows, for those who cannot open the measure's page. */
  readonly shows: string | null;
  /** Figures of the region, which have no column of their own. */
  readonly region: string | null;
  readonly cells: readonly CellView[];
  /** SVG; `null` when there is nothing to draw. */
  readonly sparkline: string | null;
  readonly judged: JudgedView | null;
  readonly comments: readonly CommentView[];
  /** What the viewer may do about it. */
  readonly deeds: readonly { readonly text: string; readonly href: string }[];
};

/** What a row may lead to, and how it is read. */
export type RowPlace = {
  readonly columns: readonly ReportingPeriod[];
  readonly chosen: Chosen;
  readonly opensLists: boolean;
  readonly opensMeasures: boolean;
  readonly isPublished: boolean;
  readonly writes?: boolean;
  readonly judges?: boolean;
};

/** @param chartId unique in the page */
export function presentRow(indicator: IndicatorFigures, place: RowPlace & { readonly chartId: string }): IndicatorView {
  const { reference, title, window, note, shows, judged, comments = [] } = indicator;
  const { columns, opensMeasures, chartId } = place;
  const rows = inColumns(indicator.figures, columns);
  const cells = rows.map(figureCell);
  // A quarter ends in every third month: the months between are not gaps in its course, so they are left out of its shape.
  const series = seriesOf(cells, columns).filter((_, index) => rows[index] !== undefined);
  return {
    reference,
    title,
    href: opensMeasures ? measureAddress(indicator, place) : null,
    window: window === columns[0]?.window ? null : WINDOW_WORDS[window],
    note: note ?? null,
    shows: opensMeasures ? null : (shows ?? null),
    region: judged === undefined ? null : regionOf(judged),
    cells: cells.map((cell, index) => ({ ...cell, href: listAddress(reference, rows[index], place) })),
    sparkline:
      drawnPoints(series).length === 0
        ? null
        : sparkline(series, { id: chartId, title: `${title}. ${describeSeries(series)}` }),
    judged: judged === undefined ? null : judgedView(judged, place.chosen),
    comments: comments.map((comment) => presentComment(comment, place.isPublished)),
    deeds: deedsOf(reference, place),
  };
}

function deedsOf(reference: string, { writes, judges, chosen }: RowPlace): IndicatorView["deeds"] {
  const at = `=${encodeURIComponent(reference)}${addressOf("", { lastMonth: chosen.lastMonth }).replace("?", "&")}`;
  return [
    ...(writes === true ? [{ text: "Comment", href: `?write${at}` }] : []),
    ...(judges === true ? [{ text: "Judge", href: `?judge${at}` }] : []),
  ];
}

/** A comment with whose it is and how far it has come; whoever reads what is published is not told who wrote it. */
export function presentComment({ id, body, state, author, at, on }: CardComment, isPublished: boolean): CommentView {
  const stage = {
    approved: "Approved",
    submitted: "Waiting for approval",
    returned: "Returned to its author",
    draft: "Draft",
  };
  const about = on === "" ? "" : ` On ${on}.`;
  const whose = isPublished ? "" : `${stage[state]}. ${author}, `;
  return {
    id,
    paragraphs: body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ""),
    who: `${whose}${longDate(at.slice(0, 10))}.${about}`,
    isApproved: state === "approved",
  };
}

function judgedView(judged: Judged, chosen: Chosen): JudgedView {
  return {
    target: judged.target,
    neighbours: othersOf(judged, "neighbours"),
    england: othersOf(judged, "england"),
    rating: judged.rating,
    change: changeOf(judged, chosen),
    signal: judged.signal ?? null,
    faults: judged.faults,
  };
}

function othersOf({ comparators }: Judged, wanted: "neighbours" | "england"): OthersView | null {
  const found = comparators.find(({ group }) => group === wanted);
  return found === undefined ? null : { shown: found.shown, period: found.period };
}

function regionOf({ comparators }: Judged): string | null {
  const found = comparators.find(({ group }) => group === "region");
  return found === undefined ? null : `${found.label} ${found.shown} (${found.period})`;
}

function measureAddress({ measureId, window }: IndicatorFigures, { chosen }: RowPlace): string {
  return addressOf(`/measures/${measureId}`, { window: window as Chosen["window"], lastMonth: chosen.lastMonth });
}

/** A short address, beside that of the page, that leads on to the list: a scorecard has over a thousand of them. */
function listAddress(
  reference: string,
  figure: FigureRow | undefined,
  { chosen, opensLists }: RowPlace,
): string | null {
  if (!opensLists || figure?.status !== "value" || figure.numerator === null) return null;
  const figureOf = `?list=${encodeURIComponent(reference)}/${figure.period}`;
  const rest = addressOf("", { lastMonth: chosen.lastMonth, window: chosen.window, team: chosen.team });
  return `${figureOf}${rest.replace("?", "&")}`;
}
