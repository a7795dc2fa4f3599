/** What pages ask of published editions. */

import { listEditions, readEditionFile } from "../services/editions.ts";
import { areEditionsPublic } from "../services/editions-public.ts";
import type { Store } from "../services/open-store.ts";
import { listPeople } from "../services/people/people.ts";
import type { WebServices } from "./services.ts";

const DOWNLOADS = ["indicators.csv", "figures.csv", "edition.json", "checksums.txt"];

/** @param titleOf the name of a scorecard, or its id once it has gone */
export function editionAnswers(
  store: Store,
  titleOf: (scorecard: string) => string,
): Pick<WebServices, "editions" | "editionFile" | "editionsArePublic"> {
  const editions = () => listEditions(store);
  return {
    editionsArePublic: () => areEditionsPublic(store),
    editions: async () => {
      const names = new Map((await listPeople(store)).map(({ email, name }) => [email, name]));
      return (await editions()).map(
        ({ id, scorecard, period, kind, corrects, publishedAt, publishedBy, checksum }) => ({
          id,
          scorecard,
          title: titleOf(scorecard),
          period,
          kind,
          corrects,
          publishedAt,
          publishedBy: names.get(publishedBy) ?? publishedBy,
          checksum,
          files: DOWNLOADS,
        }),
      );
    },
    // What an edition was made from is for no page, whatever address is asked for.
    editionFile: async (id, path) =>
      path.startsWith("public/") && !path.includes("..") && (await editions()).some((edition) => edition.id === id)
        ? readEditionFile(store, id, path)
        : null,
  };
}
