/** Canonical table `care_episode`: a run of days looked after under one legal status in one placement (as in the SSDA903). */
import { boolean, code, date, defineTable, number, text } from "./table.ts";

export const careEpisodeTable = defineTable({
  name: "care_episode",
  area: "care",
  words: "A run of days looked after under one legal status in one placement (as in the SSDA903).",
  key: ["id"],
  matchOn: ["person_id", "start"],
  // Short breaks (V3, V4) may run beside a period of care.
  oneAtATime: { start: "start", end: "end", apart: { column: "legal_status", values: ["V3", "V4"] } },
  fields: {
    id: text("Episode id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    start: date("Day the episode started (DECOM).", { required: true }),
    rne: code("rne", "Reason for the new episode."),
    legal_status: code("legal_status", "Legal status."),
    need: code("primary_need", "Category of need."),
    place: code("place", "Placement type."),
    provider: code("place_provider", "Placement provider."),
    urn: text("Ofsted reference of the placement."),
    home_post: text("Home postcode.", { personal: true }),
    place_post: text("Placement postcode.", { personal: true }),
    distance: number("Miles from home to placement, one decimal."),
    out_of_area: boolean("Placed outside the authority’s boundary."),
    end: date("Day the episode ended (DEC); empty while open."),
    rec: code("rec", "Reason the episode ceased."),
    change_reason: code("reason_place_change", "Reason for the change of placement."),
    unregistered: boolean("The placement is not registered."),
  },
});
