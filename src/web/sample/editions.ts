/** One made-up published edition, with a file kept back as the real ones have. */
import type { EditionFacts } from "../../domain/edition.ts";
import { countDirections, countRatings } from "../../domain/judgement/count-table.ts";
import { parsePeriod } from "../../domain/period.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import type { WebServices } from "../services.ts";

const ID = "vital-signs-2026-03-1";
const FACTS: EditionFacts = {
  id: ID,
  number: 1,
  kind: "first",
  reason: null,
  corrects: null,
  publishedAt: "2026-04-20T09:00:00Z",
  publishedBy: "quality lead",
  signOff: [{ role: "approver", person: "service manager", at: "2026-04-19T15:00:00Z" }],
  accepted: [],
  revisions: [],
  loads: [],
  logHead: { sequence: 4, hash: "ab" },
  waymark: "0",
};
/** A card with nothing on it: pages of real cards are tested on a published one. */
const CARD: ScoredCard = {
  scorecard: "vital-signs",
  title: "Vital Signs",
  description: "",
  authority: "Wexcombe",
  audience: "published",
  period: parsePeriod("2026-03", "in-month"),
  columns: [],
  sections: [],
  comments: [],
  reconciliation: [],
  ratings: countRatings([]),
  directions: countDirections([]),
};
const FILES: Readonly<Record<string, string>> = {
  "public/index.html":
    "<!DOCTYPE html><html lang='en'><title>Vital Signs</title><style>h1 { color: #111 }</style><main><h1>Vital Signs</h1></main></html>",
  "public/edition.json": JSON.stringify({ facts: FACTS, card: CARD }),
  "public/figures.csv": "reference,value\n19a,91.8\n",
  "internal/card.json": "true numbers",
};

/** The edition's answers. They give any file asked for, so that only the pages' own refusal keeps the internal one back. */
export const SAMPLE_EDITIONS: Pick<WebServices, "editions" | "editionFile" | "editionChanges"> = {
  editions: async () => [
    {
      id: ID,
      scorecard: "vital-signs",
      title: "Vital Signs",
      period: "2026-03",
      kind: "first",
      corrects: null,
      publishedAt: FACTS.publishedAt,
      publishedBy: FACTS.publishedBy,
      checksum: "9f2c".repeat(16),
      files: ["figures.csv", "edition.json"],
    },
  ],
  editionFile: async (id, path) => (id === ID && FILES[path] !== undefined ? Buffer.from(FILES[path]) : null),
  editionChanges: async (id) =>
    id === ID
      ? [
          {
            reference: "19a",
            title: "Single assessments completed within 45 working days",
            what: "value",
            period: "2026-03",
            before: "91.8% (112 of 122)",
            after: "91.1% (112 of 123)",
            causes: ["late-recording"],
            sentence: "Cases behind it: 1 recorded since.",
          },
        ]
      : null,
};
