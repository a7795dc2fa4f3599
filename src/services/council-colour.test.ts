/** Which colours a council may set for its header. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { colourOf, contrastWithWhite, SHIPPED_COLOUR } from "./council-colour.ts";

test("without a setting the colour is the shipped one", () => assert.equal(colourOf({}), SHIPPED_COLOUR));
test("white on black is 21 to 1, white on white 1 to 1", () => {
  assert.equal(contrastWithWhite("#000000").toFixed(2), "21.00");
  assert.equal(contrastWithWhite("#ffffff").toFixed(2), "1.00");
});
test("the shipped colour has the contrast the Analysis Function publishes", () =>
  assert.equal(contrastWithWhite(SHIPPED_COLOUR).toFixed(2), "10.25"));
for (const colour of ["#767676", "#5A2D81"]) {
  test(`${colour} is dark enough for white words`, () => assert.equal(colourOf({ colour }), colour.toLowerCase()));
}
for (const colour of ["#777777", "#f47738", "blue", "#12436", "#12436d; } body { display: none", 5]) {
  test(`${colour} may not be set`, () => assert.throws(() => colourOf({ colour }), { code: "USAGE" }));
}
