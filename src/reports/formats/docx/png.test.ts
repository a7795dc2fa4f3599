/** A PNG written here is read by others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Resvg } from "@resvg/resvg-js";
import { pngOf } from "./png.ts";

/** Red, green; blue, white. */
const FOUR = new Uint8Array([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);

test("four pixels come back in their places when another reader draws the PNG", async () => {
  const png = await pngOf({ width: 2, height: 2, bytes: FOUR });
  const data = `data:image/png;base64,${png.toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><image href="${data}" width="2" height="2" image-rendering="optimizeSpeed"/></svg>`;
  assert.deepEqual([...new Resvg(svg).render().pixels], [...FOUR]);
});

test("the same pixels are the same bytes", async () => {
  const pixels = { width: 2, height: 2, bytes: FOUR };
  assert.deepEqual(await pngOf(pixels), await pngOf(pixels));
});
