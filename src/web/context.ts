/** What every page is given: the services it may ask, the site it stands in, and the time. */
import type { Assets } from "./assets/build-assets.ts";
import type { WebServices } from "./services.ts";

export type Site = {
  /** The council's name, in the header of every page. */
  readonly organisation: string;
  readonly assets: Assets;
};

export type Clock = () => Date;

export type PageContext = {
  readonly services: WebServices;
  readonly site: Site;
  readonly clock: Clock;
};
