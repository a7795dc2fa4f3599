/** Canonical table `worker`: a worker. */
import { boolean, date, defineTable, number, text } from "./table.ts";

export const workerTable = defineTable({
  name: "worker",
  area: "workforce",
  words: "A worker.",
  key: ["worker_id"],
  matchOn: ["worker_id"],
  fields: {
    worker_id: text("The worker’s id.", { required: true }),
    registration: text("Professional registration number.", { personal: true }),
    title: text("Job title or role."),
    fte: number("Full-time equivalent."),
    agency: boolean("An agency worker."),
    start: date("First day in post."),
    end: date("Last day in post; empty while in post."),
    team_id: text("Team they belong to."),
  },
});
