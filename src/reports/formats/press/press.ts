/** Makes files in a process apart, one at a time, so that pages are answered meanwhile. One process is kept a while for the next file, and ended when it is idle, silent or has grown too large. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../../../domain/errors.ts";
import type { PressAnswer } from "./at-work.ts";

const IDLE_MS = 20_000;
const LONGEST_MS = 120_000;
const MOST_MEMORY = 700_000_000;

export type Press<Request> = {
  /** One file at a time, in the order asked. @param program what the process runs @throws AppError as the program tells it, INTERNAL where the process ends */
  readonly make: (program: string, request: Request) => Promise<Uint8Array>;
  /** Ends the kept process now, rather than when it has been idle. */
  readonly end: () => void;
};

/** A press with a process of its own. */
export function createPress<Request extends object>(): Press<Request> {
  let kept: ChildProcess | null = null;
  let ending: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const end = (press: ChildProcess): void => {
    if (kept === press) kept = null;
    press.kill("SIGKILL");
  };
  const start = (program: string): ChildProcess => {
    const press = fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    press.once("exit", () => {
      if (kept === press) kept = null;
    });
    kept = press;
    return press;
  };
  const makeNow = async (program: string, request: Request): Promise<Uint8Array> => {
    clearTimeout(ending);
    const press = kept ?? start(program);
    hold(press, true);
    const answer = await answerOf(press, request).catch((fault) => {
      end(press);
      throw fault;
    });
    hold(press, false);
    if (answer.memory > MOST_MEMORY) end(press);
    else ending = setTimeout(() => end(press), IDLE_MS).unref();
    if ("bytes" in answer) return answer.bytes;
    throw new AppError(answer.fault.code, answer.fault.message, answer.fault.remedy);
  };
  return {
    make: (program, request) => {
      const made = queue.then(() => makeNow(program, request));
      queue = made.catch(() => undefined);
      return made;
    },
    end: () => {
      clearTimeout(ending);
      if (kept !== null) end(kept);
    },
  };
}

/** A press at work keeps the program running; an idle one does not. */
function hold(press: ChildProcess, isBusy: boolean): void {
  if (isBusy) {
    press.ref();
    press.channel?.ref();
  } else {
    press.unref();
    press.channel?.unref();
  }
}

async function answerOf(press: ChildProcess, request: object): Promise<PressAnswer> {
  const over = new AbortController();
  const { signal } = over;
  try {
    const answered = once(press, "message", { signal }).then(([answer]) => answer as PressAnswer);
    const ended = once(press, "exit", { signal }).then(([code, by]) => {
      throw lost(`it ended with ${by ?? code}`);
    });
    const late = wait(LONGEST_MS, undefined, { signal }).then(() => {
      throw lost(`it took longer than ${LONGEST_MS / 1000} seconds`);
    });
    press.send(request);
    return await Promise.race([answered, ended, late]);
  } catch (fault) {
    throw fault instanceof AppError ? fault : lost(String(fault));
  } finally {
    over.abort();
  }
}

function lost(how: string): AppError {
  return new AppError(
    "INTERNAL",
    `The process that makes reports gave no answer: ${how}.`,
    "Try again; report it if it happens twice.",
  );
}
