/** What is aimed at, in a sentence; what is only watched has no aim. */
import type { TargetInForce } from "../../domain/judgement/target.ts";

type Aim = Pick<TargetInForce, "target" | "shown">;

/** Whether there is a level to reach, and not only something to watch. */
export function hasAim({ target, shown }: Aim): boolean {
  return shown !== "" && target.kind !== "monitor" && target.kind !== "new" && target.kind !== "none";
}

/** "The target is at least 85%.", "It is watched, without a target.", or nothing where none is set. */
export function aimWords(aim: Aim): string {
  if (hasAim(aim)) return `The target is ${aim.shown}.`;
  return aim.target.kind === "monitor" ? "It is watched, without a target." : "";
}
