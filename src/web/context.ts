/** What every page is given: the services it may ask, the desk it works at, the site it stands in, and the time. */
import type { FastifyRequest } from "fastify";
import type { Assets } from "./assets/build-assets.ts";
import type { Desk } from "./desk.ts";
import type { WebServices } from "./services.ts";
import type { Viewer } from "./viewer.ts";

export type Site = {
  /** The council's name, in the header of every page. */
  readonly organisation: string;
  readonly assets: Assets;
  /** Says on every page that this is a trial on made-up data. */
  readonly isTrial: boolean;
  /** Whether the council's own colours are served beside the stylesheet. */
  readonly hasOwnColours?: boolean;
  /** Who looks at the page; `null` when nobody is signed in. */
  readonly viewer: Viewer | null;
};

export type Clock = () => Date;

export type PageContext = {
  readonly services: WebServices;
  readonly site: Site;
  readonly clock: Clock;
  /** Logs that a request was refused for what only its page could tell: a team outside somebody's scope. */
  readonly refused: (request: FastifyRequest, why: string) => Promise<void>;
};

/** What pages that write, or that reach children's records, are given besides. */
export type DeskContext = PageContext & { readonly desk: Desk };

/** The site as one request sees it: every page is given this. */
export function siteFor(site: Site, request: Partial<Pick<FastifyRequest, "viewer">>): Site {
  // An address that cannot be read is answered before anybody is identified.
  return { ...site, viewer: request.viewer ?? null };
}
