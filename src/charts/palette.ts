/** The Government Analysis Function's colours for charts: told apart with any colour vision and at 3:1 or more on white. */

export const DARK_BLUE = "#12436D";
export const ORANGE = "#F46A25";
/** Axes, gridlines and their words. */
export const AXIS = "#595959";
export const GRID = "#D9D9D9";
export const INK = "#0b0c0c";
