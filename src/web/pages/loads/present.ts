/** Where pages looked for the order of issues before it had a file of its own. */
export { worstFirst } from "../../components/issue-table/worst-first.ts";
