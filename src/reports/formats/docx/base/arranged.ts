/** The report in the order a council's document takes its sections, so that numbers are counted as they will stand. */
import type { Report, ReportSection } from "../../../../domain/report/document.ts";
import { childOf, type Element } from "../xml.ts";
import { controlsOf } from "./controls.ts";

/** Sections that have a control come first, in the controls' order and on the sheets these stand on; the others follow. */
export function arranged(report: Report, body: Element): Report {
  const placed = new Map<string, ReportSection>();
  for (const { name, sheet } of controlsOf(body)) {
    const section = report.sections.find(({ id }) => id.toLowerCase() === name);
    if (section === undefined || placed.has(section.id)) continue;
    placed.set(section.id, { ...section, orientation: orientationOf(sheet), size: "a4" });
  }
  return { ...report, sections: [...placed.values(), ...report.sections.filter(({ id }) => !placed.has(id))] };
}

function orientationOf(sheet: Element | undefined): ReportSection["orientation"] {
  const { "w:w": width = "1", "w:h": height = "2" } = childOf(sheet, "w:pgSz")?.attributes ?? {};
  return Number(width) > Number(height) ? "landscape" : "portrait";
}
