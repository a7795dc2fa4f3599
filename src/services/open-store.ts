/** The store of what people type, for those who see data only through services. */

export { logHead } from "../store/logs.ts";
export { openStore, type Store, type StorePlace } from "../store/open-store.ts";
export type { By } from "../store/store.ts";
