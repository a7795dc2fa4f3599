/** Reads which step of a scorecard's order was asked for. */
import type { OutlineStep } from "../../../services/definitions/measure-editing.ts";
import type { FormBody } from "./form-body.ts";

/** The step; `null` when the form asks for none that can be taken. */
export function readOutlineStep(form: FormBody): OutlineStep | null {
  const [verb, ...places] = form.one("step").split(" ");
  const [section = -1, indicator] = places.map(Number);
  const at = { section, indicator: indicator ?? null };
  if (verb === "up" || verb === "down") return { kind: "move", ...at, by: verb === "up" ? -1 : 1 };
  if (verb === "remove") return { kind: "remove", ...at };
  if (verb === "add-section" && form.one("title") !== "") return { kind: "add-section", title: form.one("title") };
  if (verb !== "add-indicator" || form.one("measure") === "" || form.one("reference") === "") return null;
  return {
    kind: "add-indicator",
    section: Number(form.one("section")),
    indicator: {
      reference: form.one("reference"),
      measure: form.one("measure"),
      window: form.one("window"),
      target: form.one("target"),
    },
  };
}
