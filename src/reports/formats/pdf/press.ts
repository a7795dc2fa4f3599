/**
 * Typesets in a process apart: pages are answered meanwhile, and what Typst does not give back of its memory (20 MB for each
 * report of 300 indicators, measured with 0.14.2, caches emptied) goes when the process does. One is kept a while for the next report.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../../../domain/errors.ts";
import type { TypesetRequest } from "./typeset.ts";
import type { TypesetAnswer } from "./worker.ts";

const IDLE_MS = 20_000;
const LONGEST_MS = 120_000;
const MOST_MEMORY = 700_000_000;

let kept: ChildProcess | null = null;
let ending: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** One report at a time, in the order asked. @param program what the process runs @throws AppError REPORT_INVALID with Typst's words, INTERNAL where the process ends */
export function typesetApart(program: string, request: TypesetRequest): Promise<Uint8Array> {
  const pdf = queue.then(() => typesetNow(program, request));
  queue = pdf.catch(() => undefined);
  return pdf;
}

async function typesetNow(program: string, request: TypesetRequest): Promise<Uint8Array> {
  clearTimeout(ending);
  const press = kept ?? start(program);
  hold(press, true);
  const answer = await answerOf(press, request);
  hold(press, false);
  if (answer.memory > MOST_MEMORY) end(press);
  else ending = setTimeout(() => end(press), IDLE_MS).unref();
  if ("pdf" in answer) return answer.pdf;
  throw new AppError(
    "REPORT_INVALID",
    `The PDF could not be made: ${answer.fault}`,
    "Report this: it is a fault of Waymark.",
  );
}

/** Ends the kept process now, rather than when it has been idle: for a program that is about to end itself. */
export function endPress(): void {
  clearTimeout(ending);
  if (kept !== null) end(kept);
}

function start(program: string): ChildProcess {
  const press = fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
  press.once("exit", () => {
    if (kept === press) kept = null;
  });
  kept = press;
  return press;
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

async function answerOf(press: ChildProcess, request: TypesetRequest): Promise<TypesetAnswer> {
  const over = new AbortController();
  const { signal } = over;
  try {
    const answered = once(press, "message", { signal }).then(([answer]) => answer as TypesetAnswer);
    const ended = once(press, "exit", { signal }).then(([code, by]) => {
      throw lost(`it ended with ${by ?? code}`);
    });
    const late = wait(LONGEST_MS, undefined, { signal }).then(() => {
      throw lost(`it took longer than ${LONGEST_MS / 1000} seconds`);
    });
    press.send(request);
    return await Promise.race([answered, ended, late]);
  } catch (fault) {
    end(press);
    throw fault instanceof AppError ? fault : lost(String(fault));
  } finally {
    over.abort();
  }
}

function lost(how: string): AppError {
  return new AppError(
    "INTERNAL",
    `The process that makes PDFs gave no answer: ${how}.`,
    "Try again; report it if it happens twice.",
  );
}

function end(press: ChildProcess): void {
  if (kept === press) kept = null;
  press.kill("SIGKILL");
}
