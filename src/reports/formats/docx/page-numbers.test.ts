/** Contents have the pages the whole document has, though less of it is laid out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Document, Packer, type PageNumberEstimator } from "docx";
import { sampleReport } from "../../sample/sample-report.ts";
import { PAGES_OF_FINISHED, PAGES_OF_REPORT } from "./page-numbers.ts";
import { placeOf } from "./place.ts";
import { wordSections } from "./sections.ts";
import { numberingOf, STYLES } from "./styles.ts";

test("short texts of tables left out of the layout change no page of any heading, nor a number of one", async () => {
  const place = await placeOf(sampleReport({ large: 40 }));
  const found: { pages: ReadonlyMap<string, string>; numbers: ReadonlyMap<string, unknown> }[] = [];
  for (const estimate of [PAGES_OF_FINISHED, PAGES_OF_REPORT]) {
    let numbers: ReadonlyMap<string, unknown> = new Map();
    const watched: PageNumberEstimator = Object.assign(
      (...given: Parameters<PageNumberEstimator>) => {
        const answer = estimate(...given);
        found.push({ pages: answer.bookmarks, numbers });
        return answer;
      },
      {
        listNumbers: (...given: Parameters<PageNumberEstimator>) => {
          const answer = estimate.listNumbers?.(...given) ?? new Map();
          numbers = new Map([...answer].filter(([name]) => name.startsWith("_Toc")));
          return answer;
        },
      },
    );
    const numbering = numberingOf(false);
    const sections = [...wordSections(place)];
    await Packer.toBuffer(new Document({ styles: STYLES, numbering, pageNumbers: watched, sections }));
  }
  const [whole, thinned] = found;
  assert.ok((whole?.pages.size ?? 0) > 10 && (whole?.numbers.size ?? 0) > 1);
  assert.deepEqual([...(thinned?.numbers.values() ?? [])], [...(whole?.numbers.values() ?? [])]);
  assert.deepEqual(inOrder(thinned?.pages), inOrder(whole?.pages));
});

/** Pages in reading order; the library counts the names of contents on from document to document. */
function inOrder(pages: ReadonlyMap<string, string> = new Map()): readonly (readonly [string, string])[] {
  return [...pages].map(([name, page]) => [name.replace(/^_Toc\d+$/, "_Toc"), page]);
}
