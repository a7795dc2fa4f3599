/** Where the log stood when figures or judgement last could have changed: writing comments changes neither. */
import type { Store } from "../../store/open-store.ts";

/** Changes after which every figure, target, rating and number hidden is as it was. */
const HARMLESS = [
  "write comment",
  "edit comment",
  "submitted comment",
  "returned comment",
  "approved comment",
  "withdraw comment",
  "restore comment",
  "answer flag",
  "ask for comment",
  "withdraw comment due",
  "sign off",
  "withdraw sign-off",
  "announce publication",
  "add person",
  "grant role",
  "withdraw role",
];

/** What answers about a card without its comments may be kept under. */
export async function judgementMark({ db }: Pick<Store, "db">): Promise<number> {
  const last = await db
    .selectFrom("change_log")
    .select("sequence")
    .where("what", "not in", HARMLESS)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return Number(last?.sequence ?? 0);
}
