/** Publishing as long work: one card, all cards of a period, or a correction; its page ends in what was published and what stood in the way. */
import type { FastifyRequest } from "fastify";
import type { EditionKind } from "../../../domain/edition.ts";
import type { Job, JobResult } from "../../../services/jobs.ts";
import { publishEdition } from "../../../services/publish-edition.ts";
import { publishCards } from "../../../services/publishing/publish-cards.ts";
import { VERSION } from "../../../services/version.ts";
import type { Desk } from "../../desk.ts";
import { viewerOf } from "../../viewer.ts";
import { countOf } from "../../words.ts";

export type CardPlace = { readonly scorecard: string; readonly period: string };
type Revision = { readonly kind: Exclude<EditionKind, "first">; readonly reason: string };

/** Starts publishing one card's period; with a revision, a correction of what is published. */
export function startPublishing(
  desk: Desk,
  request: FastifyRequest,
  { scorecard, period, title, revision }: CardPlace & { readonly title: string; readonly revision?: Revision },
): Job {
  const viewer = viewerOf(request);
  return desk.jobs.start({
    kind: "publish",
    title: `${revision === undefined ? "Publish" : "Publish a correction of"} ${title}`,
    startedBy: viewer.id,
    onFault: (fault) => request.log.error({ err: fault }, "An edition could not be published."),
    links: [{ text: "What stands in the way", href: `/sign-off/${scorecard}/${period}` }],
    work: async (tell): Promise<JobResult> => {
      tell({ step: "Judging the card, hiding small numbers and freezing it", done: 0, of: null });
      const { edition, checksum, warnings } = await publishEdition(desk.live.current(), desk.store, {
        scorecard,
        period,
        revision,
        by: viewer.actor,
        person: viewer.name,
        at: desk.clock(),
        waymark: VERSION,
      });
      return {
        sentence: `Edition ${edition.id} is published.`,
        lines: [`Checksum ${checksum}`, ...warnings],
        links: [{ text: `Read edition ${edition.id}`, href: `/editions/${edition.id}` }],
      };
    },
  });
}

/** Starts publishing every card of a period that is ready. */
export function startPublishingAll(
  desk: Desk,
  request: FastifyRequest,
  { places, label }: { readonly places: readonly CardPlace[]; readonly label: string },
): Job {
  const viewer = viewerOf(request);
  return desk.jobs.start({
    kind: "publish",
    title: `Publish every scorecard of ${label}`,
    startedBy: viewer.id,
    onFault: (fault) => request.log.error({ err: fault }, "Editions could not be published."),
    work: async (tell): Promise<JobResult> => {
      const run = { by: viewer.actor, person: viewer.name, at: desk.clock, tell };
      const outcomes = await publishCards(desk.live.current(), desk.store, places, run);
      const done = outcomes.filter(({ published }) => published !== null).length;
      return {
        sentence: `${countOf(done, "edition")} published; ${countOf(outcomes.length - done, "scorecard")} not.`,
        lines: outcomes.map(({ title, published, fault }) =>
          published === null ? `${title}: ${fault.message}` : `${title}: edition ${published.edition.id} is published.`,
        ),
        links: outcomes.map(({ title, scorecard, period, published }) =>
          published === null
            ? { text: `${title}: what stands in the way`, href: `/sign-off/${scorecard}/${period}` }
            : { text: `Read ${title}`, href: `/editions/${published.edition.id}` },
        ),
      };
    },
  });
}
