/** The maker of each kind of content, one line each. */
import type { Content } from "../../../domain/report/template.ts";
import type { Made, Maker, Making } from "../making.ts";
import { makeAsk } from "./ask.ts";
import { makeComments } from "./comments.ts";
import { makeCounts } from "./counts.ts";
import { makeCover } from "./cover.ts";
import { makeReds } from "./reds.ts";
import { makeText } from "./text.ts";

type Makers = { readonly [Kind in Content["kind"]]?: Maker<Kind> };

const MAKERS: Makers = {
  text: makeText,
  ask: makeAsk,
  cover: makeCover,
  contents: () => ({ blocks: [{ kind: "contents" }] }),
  counts: makeCounts,
  reds: makeReds,
  comments: makeComments,
};

/** Makes one piece of a section's content. */
export async function makeContent(content: Content, making: Making): Promise<Made> {
  // Each maker takes the content of its own kind: the record says so, the lookup by kind cannot.
  const maker = MAKERS[content.kind] as Maker<Content["kind"]> | undefined;
  if (maker === undefined) throw new Error(`Nothing makes content of the kind "${content.kind}".`);
  return maker(content as never, making);
}
