/** Every endpoint of the API, one line each; nothing else is served under /api/v1. */
import type { Endpoint } from "../endpoint.ts";
import { casesEndpoint } from "./cases.ts";
import { comparatorsEndpoint } from "./comparators.ts";
import { editionFiguresEndpoint, editionIndicatorsEndpoint, editionsEndpoint } from "./editions.ts";
import { figuresEndpoint } from "./figures.ts";
import { measureEndpoint, measuresEndpoint } from "./measures.ts";

export const ENDPOINTS: readonly Endpoint[] = [
  measuresEndpoint,
  measureEndpoint,
  casesEndpoint,
  figuresEndpoint,
  comparatorsEndpoint,
  editionsEndpoint,
  editionIndicatorsEndpoint,
  editionFiguresEndpoint,
];
