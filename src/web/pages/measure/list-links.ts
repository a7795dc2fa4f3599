/** Addresses of the lists behind figures, for those who may see them. */
import type { Breakdown, Measure } from "../../../domain/measure.ts";
import type { WindowId } from "../../../domain/period.ts";
import { type ListPart, partsListed } from "../../../services/cases/list-question.ts";

export type ListPlace = {
  readonly period: string;
  readonly part: ListPart;
  readonly group?: { readonly by: Breakdown; readonly name: string };
};

/** The address of a list; `null` where there is none or the viewer may not see it. */
export type ListLinks = (place: ListPlace) => string | null;

/** Leads to no list: for those who see no cases, and for figures as published. */
export const NO_LISTS: ListLinks = () => null;

/** Lists of one measure in one window. */
export function listLinks(measure: Measure, window: WindowId): ListLinks {
  const parts = partsListed(measure);
  return ({ period, part, group }) => {
    if (!parts.includes(part)) return null;
    const query = new URLSearchParams({ window, period, part });
    if (group !== undefined) query.set("by", `${group.by}:${group.name}`);
    return `/measures/${measure.id}/list?${query}`;
  };
}
