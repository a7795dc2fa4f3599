/** A thread that typesets one report and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { type TypesetRequest, typeset } from "./typeset.ts";

try {
  parentPort?.postMessage({ pdf: typeset(workerData as TypesetRequest) });
} catch (fault) {
  parentPort?.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) });
}
