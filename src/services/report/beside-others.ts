/** What a report says of other authorities: our statistical neighbours, and where each compared figure of the card stands among them. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import { parsePeriod } from "../../domain/period.ts";
import { type Comparison, comparisonOf } from "../../domain/published/comparison.ts";
import type { PublishedIndicator } from "../../domain/published/indicator.ts";
import type { Observation } from "../../domain/published/observation.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { readObservations } from "../../engine/comparators.ts";
import { type ComparedAuthority, comparedAuthority, indicatorsOf } from "../comparators.ts";
import type { Making } from "./making.ts";

export type ComparedFigure = Comparison & {
  readonly indicator: Pick<PublishedIndicator, "title" | "publication" | "publisher">;
};

export type Others = {
  /** `null` where the authority is in no publication loaded. */
  readonly company: ComparedAuthority | null;
  /** Our figure as the card has it among the others'; `null` where nobody publishes such a figure. */
  readonly compare: (scored: ScoredIndicator) => ComparedFigure | null;
};

type Asked = Pick<Making, "context" | "inputs" | "definitions" | "edition">;

/** Only what others had published when the card was frozen, where it was. */
export function publishedBy({ edition }: Pick<Making, "edition">): { readonly publishedBy?: string } {
  return edition === null ? {} : { publishedBy: edition.publishedAt.slice(0, 10) };
}

/** Reads others' figures of a card's indicators once. Our own figures are the card's, so nothing the audience may not see gets in. */
export async function readOthers(asked: Asked, card: ScoredCard, scored: readonly ScoredIndicator[]): Promise<Others> {
  const { context, inputs, definitions } = asked;
  const { laCode, neighbourEdition, neighbourMethod: method } = inputs.settings;
  const measures = scored
    .map(({ measure }) => definitions.measures.get(measure.id))
    .filter((measure) => measure !== undefined);
  const indicators = indicatorsOf({ catalogue: definitions }, measures);
  const company = await comparedAuthority(context.workspace, card.authority, { laCode, neighbourEdition });
  const { database } = await context.workspace.open();
  const observations = await readObservations(database, [...new Set(indicators.values())], {
    codes: null,
    ...publishedBy(asked),
  });
  return {
    company,
    compare: (one) => {
      const indicator = indicators.get(one.measure.id);
      const found = indicator === undefined ? [] : (observations.get(indicator.id) ?? []);
      const measure = definitions.measures.get(one.measure.id);
      if (indicator === undefined || measure === undefined || found.length === 0) return null;
      return compared({ one, measure, indicator, found, company, method });
    },
  };
}

function compared(asked: {
  readonly one: ScoredIndicator;
  readonly measure: Measure;
  readonly indicator: PublishedIndicator;
  readonly found: readonly Observation[];
  readonly company: ComparedAuthority | null;
  readonly method: "mean" | "median";
}): ComparedFigure | null {
  const { one, measure, indicator, found, company, method } = asked;
  const figure: Figure | undefined = one.history.find(({ period }) => period === one.period);
  if (figure === undefined) return null;
  const { title, publication, publisher } = indicator;
  return {
    indicator: { title, publication, publisher },
    ...comparisonOf({
      measure,
      indicator,
      observations: found,
      company: {
        region: company?.authority.region ?? null,
        neighbours: company?.neighbours.neighbours ?? [],
        neighbourEdition: company?.neighbours.edition ?? null,
      },
      code: company?.authority.code ?? null,
      period: parsePeriod(figure.period, figure.window),
      method,
      figure,
    }),
  };
}
