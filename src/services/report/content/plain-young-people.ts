/** A card for young people: the measures told of in plain words, their figures rough, and what they mean. */
import type { DirectionMeaning } from "../../../domain/judgement/direction.ts";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import type { Block } from "../../../domain/report/document.ts";
import { roughWords } from "../../../domain/report/rough-words.ts";
import type { PlainMeasure } from "../../../domain/report/template.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";

/** One paragraph for each measure the card shows; those it does not show are left out. */
export function youngPeopleBlocks(card: ScoredCard, tell: readonly PlainMeasure[], id: string): readonly Block[] {
  const all = indicatorsOf(card);
  const told = tell.flatMap((plain) => {
    const scored = all.find(({ measure }) => measure.id === plain.measure);
    return scored === undefined ? [] : [{ plain, scored }];
  });
  if (told.length === 0)
    return [{ kind: "paragraph", id: `${id}-none`, text: ["There is nothing we can tell you yet."] }];
  return told.map(({ plain, scored }) => ({
    kind: "paragraph",
    id: `${id}-${plain.measure}`,
    text: [{ kind: "strong", text: `${plain.name}. ` }, [plain.says, ...youngWords(scored)].join(" ")],
  }));
}

/** The rough figure, whether it is good enough, and whether it is better. */
export function youngWords({ state, period, history, measure, rating, direction }: ScoredIndicator): readonly string[] {
  const figure = history.find((one) => one.period === period);
  if (state === "suppressed") return [HIDDEN];
  const rough = state !== "value" || figure === undefined ? "" : roughWords(figure, measure.unit);
  if (rough === "") return ["We do not have a number yet."];
  return [rough, GOOD_ENOUGH[rating.word], BETTER[direction.meaning]].filter((sentence) => sentence !== "");
}

const HIDDEN = "We do not give a number here, so that no one can be picked out.";

const GOOD_ENOUGH: Readonly<Record<RatingWord, string>> = {
  green: "This is as good as we want it to be.",
  amber: "This is nearly as good as we want it to be.",
  red: "This is not good enough.",
  "not-rated": "",
};

const BETTER: Readonly<Record<DirectionMeaning, string>> = {
  improving: "It is better than last time.",
  worse: "It is worse than last time.",
  similar: "It is about the same as last time.",
  changed: "It is not the same as last time.",
  "cannot-compare": "",
};
