/** Who looked at what: every view of a child, and everything a person saw. */
export {
  type AccessQuestion,
  accessChoices,
  childrenIn,
  findAccess,
  MOST_ENTRIES,
} from "../../store/access-log.ts";
export type { LoggedAccess } from "../../store/logs.ts";
