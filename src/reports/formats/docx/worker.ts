/** The process that writes Word reports: a long one takes seconds, during which no page could be answered. */
import { workForPress } from "../press/at-work.ts";
import { type WordRequest, wordBytes } from "./word-file.ts";

workForPress(
  ({ report, wordBase }: WordRequest) => wordBytes(report, wordBase),
  (message) => ({
    code: "INTERNAL",
    message: `The Word report could not be made: ${message}`,
    remedy: "Report this: it is a fault of Waymark.",
  }),
);
