/** People's names in place of the addresses the logs know them by. */
import type { Store } from "../../../services/open-store.ts";
import { listPeople } from "../../../services/people/people.ts";

export type NameOf = (actor: string) => string;

/** A name for every known address; others stay as they are. */
export async function namesOf(store: Store): Promise<NameOf> {
  const names = new Map((await listPeople(store)).map(({ email, name }) => [email, name]));
  return (actor) => names.get(actor) ?? actor;
}
