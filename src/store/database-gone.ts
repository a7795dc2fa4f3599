/** Tells a database that has gone away (server stopped, disk full or unreadable) from a fault of ours. */

/** SQLite: read-only, input or output error, corrupt, full, cannot open, not a database. */
const SQLITE_GONE: ReadonlySet<number> = new Set([8, 10, 11, 13, 14, 26]);
/** PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shutdown), and what the network itself says. */
const POSTGRESQL_GONE = /^(?:08...|53...|57P..|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
/** The driver gives these no code. */
const DRIVER_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error means that the database cannot be used now, whatever was asked of it. */
export function isDatabaseGone(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code, errcode } = fault as { readonly code?: unknown; readonly errcode?: unknown };
  // The low byte is the kind of error; the rest says more of it.
  if (typeof errcode === "number") return SQLITE_GONE.has(errcode & 0xff);
  return (typeof code === "string" && POSTGRESQL_GONE.test(code)) || DRIVER_WORDS.test(fault.message);
}
