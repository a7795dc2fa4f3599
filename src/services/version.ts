/** The version of this program, as an edition remembers what made it. */
export const VERSION = "0.1.0";
