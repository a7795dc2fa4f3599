/** The process that typesets: Typst keeps about 20 MB for each report of 300 indicators, caches emptied (measured with 0.14.2), which go when it does. */
import { workForPress } from "../press/at-work.ts";
import { typeset } from "./typeset.ts";

workForPress(typeset, (message) => ({
  code: "REPORT_INVALID",
  message: `The PDF could not be made: ${message}`,
  remedy: "Report this: it is a fault of Waymark.",
}));
