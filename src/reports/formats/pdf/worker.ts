/** A process that typesets what it is sent, one report after another, and ends when nobody can send any more. */
import { type TypesetRequest, typeset } from "./typeset.ts";

export type TypesetAnswer =
  | { readonly pdf: Uint8Array; readonly memory: number }
  | { readonly fault: string; readonly memory: number };

process.on("message", (request) => {
  const answer = answerTo(request as TypesetRequest);
  // The program that asked may be gone by now; nobody is left to tell.
  process.send?.(answer, undefined, undefined, (fault) => {
    if (fault !== null) process.exit();
  });
});
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group of processes; the program that asked decides when its reports are over.
process.on("SIGINT", () => undefined);

function answerTo(request: TypesetRequest): TypesetAnswer {
  try {
    const pdf = typeset(request);
    return { pdf, memory: process.memoryUsage.rss() };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault), memory: process.memoryUsage.rss() };
  }
}
