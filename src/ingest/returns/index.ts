/** Every return Waymark can read, in the order they are asked whether a file is theirs. A new return is a folder and a line here. */
import type { ReturnReader } from "../contract.ts";
import { annexAReader } from "./annex-a/reader.ts";
import { areaSendAnnexAReader } from "./area-send-annex-a/reader.ts";
import { canonicalReader } from "./canonical/reader.ts";
import { cinCensusReader } from "./cin-census/reader.ts";
import { dfeDailyApiReader } from "./dfe-daily-api/reader.ts";
import { exploreEducationStatisticsReader } from "./explore-education-statistics/reader.ts";
import { localAuthorityInteractiveToolReader } from "./local-authority-interactive-tool/reader.ts";
import { populationReader } from "./population/reader.ts";
import { sen2Reader } from "./sen2/reader.ts";
import { ssda903Reader } from "./ssda903/reader.ts";
import { ssdReader } from "./standard-safeguarding-dataset/reader.ts";
import { statisticalNeighboursReader } from "./statistical-neighbours/reader.ts";

export const READERS: readonly ReturnReader[] = [
  ssdReader,
  ssda903Reader,
  cinCensusReader,
  sen2Reader,
  dfeDailyApiReader,
  areaSendAnnexAReader,
  annexAReader,
  populationReader,
  exploreEducationStatisticsReader,
  localAuthorityInteractiveToolReader,
  statisticalNeighboursReader,
  canonicalReader,
];
