/** A progress bar on a terminal; in a pipe, nothing. */

export type Progress = {
  readonly report: (done: number, total: number, what: string) => void;
  readonly clear: () => void;
};

const WIDTH = 24;
/** Redrawing oftener than the eye sees costs time. */
const LEAST_MS = 80;

/** @param stream where to draw, normally standard error, so that output stays clean */
export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  if (stream.isTTY !== true) return { report: () => undefined, clear: () => undefined };
  let drawnAt = 0;
  let isDrawn = false;
  return {
    report: (done, total, what) => {
      const now = Date.now();
      if (now - drawnAt < LEAST_MS && done < total) return;
      drawnAt = now;
      isDrawn = true;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
      stream.write(`\r\u001b[2K${bar} ${String(Math.round(share * 100)).padStart(3)}%  ${what.slice(0, 50)}`);
    },
    clear: () => {
      if (isDrawn) stream.write("\r\u001b[2K");
      isDrawn = false;
    },
  };
}
