/** Whether published editions may be read without signing in: off until an administrator turns it on. */
import type { By, Store } from "../store/open-store.ts";
import { readSettings, setSetting } from "../store/setting.ts";

const KEY = "publicEditions";

/** Whether anybody may read published editions. */
export async function areEditionsPublic(store: Store): Promise<boolean> {
  return (await readSettings(store))[KEY] === true;
}

/** Opens published editions to anybody, or closes them again. */
export async function setEditionsPublic(store: Store, by: By, isPublic: boolean): Promise<void> {
  await setSetting(store, by, KEY, isPublic ? true : null);
}
