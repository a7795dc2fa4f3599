/** Labels never overlap and never leave the chart, however close together what they name lies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ControlPoint, controlChart } from "./control-chart.ts";
import { LEVEL_KINDS } from "./level-line.ts";
import { placeLabels } from "./place-labels.ts";
import { inTwoLines, textWidth } from "./text-width.ts";

/** The same pseudo-random numbers on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test("of a thousand made-up edges none has labels that overlap, lie outside, or change places", () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const next = numbers(seed);
    const edge = { from: 10, to: 60 + next() * 400, gap: Math.floor(next() * 4) };
    const wanted = Array.from({ length: Math.floor(next() * 9) }, () => ({
      at: next() * 600 - 60,
      size: 8 + Math.floor(next() * 40),
    }));
    const places = placeLabels(wanted, edge);
    const placed = wanted
      .flatMap(({ at, size }, index) => (places[index] == null ? [] : [{ at, size, middle: places[index] as number }]))
      .toSorted((a, b) => a.middle - b.middle);
    for (const [index, { middle, size, at }] of placed.entries()) {
      assert.ok(middle - size / 2 >= edge.from - 1e-9 && middle + size / 2 <= edge.to + 1e-9, `seed ${seed}: outside`);
      const before = placed[index - 1];
      if (before === undefined) continue;
      assert.ok(middle - before.middle >= (size + before.size) / 2 + edge.gap - 1e-9, `seed ${seed}: overlap`);
      assert.ok(at >= before.at, `seed ${seed}: changed places`);
    }
  }
});

test("a label with room around it stands where it was wanted", () => {
  assert.deepEqual(
    placeLabels(
      [
        { at: 50, size: 10 },
        { at: 80, size: 10 },
      ],
      { from: 0, to: 100, gap: 2 },
    ),
    [50, 80],
  );
});

test("where there is not room for all, the last given go", () => {
  const wanted = Array.from({ length: 4 }, () => ({ at: 20, size: 16 }));
  const places = placeLabels(wanted, { from: 0, to: 40, gap: 0 });
  assert.deepEqual(
    places.map((place) => place === null),
    [false, false, true, true],
  );
});

test("long words are broken in two at the space that makes them narrowest", () => {
  assert.deepEqual(inTwoLines("Statistical neighbours (10) 79.4%", 150), ["Statistical", "neighbours (10) 79.4%"]);
  assert.deepEqual(inTwoLines("England 81%", 150), ["England 81%"]);
});

test("no words of a made-up control chart lie over other words or outside its frame", () => {
  for (let seed = 1; seed <= 150; seed++) {
    const next = numbers(seed * 7919);
    const mean = 40 + next() * 40;
    const months = next() < 0.5 ? "12 months" : "";
    const points = Array.from({ length: 2 + Math.floor(next() * 30) }, (_, index): ControlPoint => {
      const value = next() < 0.1 ? null : Math.round((mean + next() * 20 - 10) * 10) / 10;
      const process = {
        period: "",
        value: value ?? 0,
        mean,
        lower: mean - 12,
        upper: mean + 12,
        rule: null,
        meaning: "common-cause",
      } as const;
      return {
        label: `${months} to month ${index}`,
        value,
        shown: value === null ? "[z]" : `${value}%`,
        process: next() < 0.1 ? null : process,
      };
    });
    const levels = LEVEL_KINDS.filter(() => next() < 0.7).map((kind) => {
      const value = Math.round((mean + next() * 10 - 5) * 10) / 10;
      return { name: `Statistical ${kind} (10) ${value}%`, value, kind };
    });
    const notes = (["annotation", "step-change", "series-break"] as const)
      .filter(() => next() < 0.5)
      .map((kind) => ({ kind, index: Math.floor(next() * points.length), sentence: "" }));
    const width = next() < 0.3 ? 320 : 960;
    const chart = controlChart(points, { id: "p", title: "", unit: "percentage", levels, notes, sentence: "", width });
    assert.deepEqual(overlaps(chart, width), [], `seed ${seed}`);
  }
});

/** Pairs of texts at the right of a chart (or in its key) that overlap, and texts that lie outside. */
function overlaps(chart: string, width: number): readonly string[] {
  const height = Number(/ height="([\d.]+)"/.exec(chart)?.[1]);
  const boxes = [...chart.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"([^>]*)>([^<]+)</g)].map(
    ([, x, y, rest = "", text = ""]) => {
      const wide = textWidth(text, rest.includes("bold"));
      const anchor = /text-anchor="(\w+)"/.exec(rest)?.[1];
      const left = Number(x) - (anchor === "end" ? wide : anchor === "middle" ? wide / 2 : 0);
      return { text, left, right: left + wide, top: Number(y) - 11, bottom: Number(y) + 1 };
    },
  );
  const outside = boxes.filter(
    ({ left, right, top, bottom }) => left < -14 || right > width + 14 || top < -1 || bottom > height,
  );
  const pairs = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (two) =>
          one.left < two.right - 2 && two.left < one.right - 2 && one.top < two.bottom - 1 && two.top < one.bottom - 1,
      )
      .map((two) => `${one.text} over ${two.text}`),
  );
  return [...outside.map(({ text }) => `${text} outside`), ...pairs];
}
