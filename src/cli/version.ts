/** The version of this program. */
export { VERSION } from "../services/version.ts";
