/** GET /measures?search=visits&area=front-door&scorecard=vital-signs&rating=red */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import type { WebServices } from "../../services.ts";
import { type PlaceRated, presentMeasures } from "./present.ts";
import { MeasuresPage } from "./view.tsx";

const QUERY = z.object({
  search: textField,
  area: textField,
  scorecard: textField,
  rating: z.preprocess((value) => (value === "" ? undefined : value), z.enum(RATING_WORDS).optional()),
});

/** Adds the list of measures. */
export function registerMeasures(app: FastifyInstance, { services, site }: PageContext): void {
  app.get("/measures", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { search = "", area = "", scorecard = "", rating = "" } = readQuery(QUERY, request.query);
    const [measures, scorecards] = await Promise.all([services.measures(), services.scorecards()]);
    const judged = rating === "" ? [] : scorecards.filter(({ id }) => scorecard === "" || id === scorecard);
    const ratings = await ratingsOn(
      services,
      judged.map(({ id }) => id),
    );
    const list = presentMeasures({ measures, scorecards, ratings }, { search: search.trim(), area, scorecard, rating });
    return sendPage(request, reply, renderPage(<MeasuresPage site={siteFor(site, request)} list={list} />));
  });
}

/** The ratings of every measure on some scorecards, as they stand now. */
async function ratingsOn(
  services: Pick<WebServices, "scorecard">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PlaceRated[]>> {
  const places: (PlaceRated & { readonly measure: string })[] = [];
  for (const id of ids) {
    const card = await services.scorecard(id, {});
    for (const { measureId, reference, judged } of card?.sections.flatMap(({ indicators }) => indicators) ?? [])
      places.push({ measure: measureId, scorecard: id, reference, rating: judged?.rating.word ?? "not-rated" });
  }
  return Map.groupBy(places, ({ measure }) => measure);
}
