/** What a measure's page asks, over the desk: worked out once for a state of data, definitions and what people typed. */
import type { SeriesNote } from "../../../domain/judgement/series-note.ts";
import type { Breakdown } from "../../../domain/measure.ts";
import type { WindowId } from "../../../domain/period.ts";
import type { Audience } from "../../../domain/scored-card.ts";
import type { MeasureComparison } from "../../../services/compare-measure.ts";
import { explainMeasure } from "../../../services/explain-measure.ts";
import { type CommentOnMeasure, commentsOnMeasure } from "../../../services/measure/comments-on-measure.ts";
import { compareWithNeighbours } from "../../../services/measure/compare-with-neighbours.ts";
import { type DataBehind, dataBehindMeasure } from "../../../services/measure/data-behind-measure.ts";
import { type DefinitionInUse, definitionVersions } from "../../../services/measure/definition-versions.ts";
import { type MeasureCourse, measureCourse } from "../../../services/measure/measure-course.ts";
import { type RelatedMeasure, relatedMeasures } from "../../../services/measure/related-measures.ts";
import { type RuleOnMeasure, rulesOnMeasure } from "../../../services/measure/rules-on-measure.ts";
import { typedOnMeasure } from "../../../services/measure/typed-on-measure.ts";
import { logHead, type Store } from "../../../services/open-store.ts";
import type { Workspace } from "../../../services/workspace.ts";
import { lastMonthOf } from "../../answers/months.ts";
import type { Desk } from "../../desk.ts";

export type MeasureAsked = {
  readonly window?: WindowId;
  readonly lastMonth?: string;
  readonly audience: Audience;
  /** Figures of single workers are for those who may see their profiles. */
  readonly withWorkers: boolean;
};

export type MeasureAnswer = MeasureCourse & {
  readonly window: WindowId;
  readonly audience: Audience;
  /** The month asked for, kept from window to window though a quarter or year may end before it. */
  readonly lastMonth: string;
  readonly lastMonths: readonly string[];
  readonly notes: readonly SeriesNote[];
  readonly comparison: MeasureComparison | null;
  readonly rules: readonly RuleOnMeasure[];
  readonly data: DataBehind;
  readonly versions: readonly DefinitionInUse[];
  readonly comments: readonly CommentOnMeasure[];
  readonly related: readonly RelatedMeasure[];
  readonly sql: string;
};

const BREAKDOWNS: readonly Breakdown[] = ["team", "locality", "age_group", "sex", "ethnicity", "disability"];

/** `null` when there is no such measure. */
export async function measureAnswer(
  desk: Pick<Desk, "live" | "store" | "clock" | "keep">,
  id: string,
  { window, lastMonth, audience, withWorkers }: MeasureAsked,
): Promise<MeasureAnswer | null> {
  if (!desk.live.current().catalogue.measures.has(id)) return null;
  const { last, choices } = await lastMonthOf(desk, lastMonth);
  const { sequence } = await logHead(desk.store);
  const key = `measure page ${id} ${window} ${last} ${audience} ${withWorkers} ${sequence}`;
  return desk.keep(key, async (workspace) => ({
    ...(await answerFrom(workspace, desk.store, { id, window, last, audience, withWorkers })),
    // How issues lie in files depends on loads alone, so one answer serves every window and audience.
    data: await desk.keep(`data behind ${id}`, (same) => dataBehindMeasure(same, id)),
    lastMonths: choices,
  }));
}

type Asked = Pick<MeasureAsked, "audience" | "withWorkers"> & {
  readonly id: string;
  readonly window: WindowId | undefined;
  readonly last: string;
};

async function answerFrom(
  workspace: Workspace,
  store: Store,
  { id, window: asked, last, audience, withWorkers }: Asked,
): Promise<Omit<MeasureAnswer, "data" | "lastMonths">> {
  const { catalogue, catalogueFolders } = workspace;
  const bases = catalogue.measures.get(id)?.timeBasis ?? [];
  const window = asked !== undefined && bases.includes(asked) ? asked : (bases[0] ?? "in-month");
  const typed = await typedOnMeasure(store, catalogue, { measure: id, lastMonth: last });
  const question = { measure: id, window, lastMonth: last, audience };
  const breakdowns: readonly Breakdown[] = withWorkers ? [...BREAKDOWNS, "worker"] : BREAKDOWNS;
  const course = await measureCourse(workspace, typed, { ...question, breakdowns });
  const period = course.columns.at(-1);
  if (period === undefined) throw new RangeError("A course has at least one period.");
  const { measure, authority, figures } = course;
  const { settings } = typed;
  const [comparison, rules, versions, comments, { sql }] = await Promise.all([
    compareWithNeighbours(workspace, { measure: id, period, settings, authority, own: figures.at(-1) }),
    rulesOnMeasure(workspace, id, period),
    definitionVersions(store, catalogue, { measure: id, folders: catalogueFolders }),
    commentsOnMeasure(store, catalogue, id),
    explainMeasure(catalogue, { measure: id, dialect: "duckdb", from: last, to: last }),
  ]);
  const related = relatedMeasures(catalogue, measure);
  return {
    ...course,
    window,
    audience,
    lastMonth: last,
    notes: typed.notes.filter((note) => note.window === null || note.window === window),
    comparison,
    rules,
    versions,
    comments,
    related,
    sql,
  };
}
