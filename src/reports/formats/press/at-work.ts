/** What a process does that makes files for a press: answers what it is sent, one request after another, and ends when nobody can send any more. */
import { AppError, type ErrorCode } from "../../../domain/errors.ts";

export type PressAnswer =
  | { readonly bytes: Uint8Array; readonly memory: number }
  | { readonly fault: PressFault; readonly memory: number };

/** An AppError as it can be sent. */
export type PressFault = { readonly code: ErrorCode; readonly message: string; readonly remedy: string };

/** @param make the file of a request @param otherwise what is told of a fault that is no AppError */
export function workForPress<Request>(
  make: (request: Request) => Uint8Array | Promise<Uint8Array>,
  otherwise: (message: string) => PressFault,
): void {
  process.on("message", async (request) => {
    const answer = await answerTo(() => make(request as Request), otherwise);
    // The program that asked may be gone by now; nobody is left to tell.
    process.send?.(answer, undefined, undefined, (fault) => {
      if (fault !== null) process.exit();
    });
  });
  process.on("disconnect", () => process.exit());
  // Ctrl-C reaches the whole group of processes; the program that asked decides when its reports are over.
  process.on("SIGINT", () => undefined);
}

async function answerTo(
  made: () => Uint8Array | Promise<Uint8Array>,
  otherwise: (message: string) => PressFault,
): Promise<PressAnswer> {
  try {
    const bytes = await made();
    return { bytes, memory: process.memoryUsage.rss() };
  } catch (fault) {
    return { fault: told(fault, otherwise), memory: process.memoryUsage.rss() };
  }
}

function told(fault: unknown, otherwise: (message: string) => PressFault): PressFault {
  if (!(fault instanceof AppError)) return otherwise(fault instanceof Error ? fault.message : String(fault));
  return { code: fault.code, message: fault.message, remedy: fault.remedy };
}
