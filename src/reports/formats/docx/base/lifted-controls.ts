/** Controls put into an empty line: Word keeps them within its paragraph, where no table can stand, so they are lifted out around it. */
import { sectionEndedBy } from "../sheets.ts";
import { changed, childOf, type Element, element, isElement, type Node, textOf } from "../xml.ts";
import { namesOf } from "./controls.ts";

/** The document with every control that is alone in its paragraph, and named after a part, around a paragraph instead. */
export function withLiftedControls(document: Element, parts: readonly string[]): Element {
  const wanted = new Set(parts.map((id) => id.toLowerCase()));
  return changed(document, (one) => ({
    ...one,
    children: one.children.flatMap((child): readonly Node[] => {
      const control = isElement(child) && child.name === "w:p" ? soleControl(child) : undefined;
      return control !== undefined && namesOf(control).some((name) => wanted.has(name))
        ? lifted(child, control)
        : [child];
    }),
  }));
}

function soleControl(paragraph: Element): Element | undefined {
  const controls = paragraph.children.filter((child): child is Element => isElement(child, "w:sdt"));
  const others = paragraph.children.filter((child) => isElement(child) && !["w:sdt", "w:pPr"].includes(child.name));
  const isAlone = controls.length === 1 && others.every((child) => isElement(child) && textOf(child).trim() === "");
  return isAlone ? controls[0] : undefined;
}

/** A paragraph that ended a section still does. */
function lifted(paragraph: Node, control: Element): readonly Node[] {
  const section = sectionEndedBy(paragraph);
  const words = childOf(control, "w:sdtContent")?.children ?? [];
  const children = control.children.map((child) =>
    isElement(child, "w:sdtContent") ? element("w:sdtContent", {}, [element("w:p", {}, words)]) : child,
  );
  const end = section === undefined ? [] : [element("w:p", {}, [element("w:pPr", {}, [section])])];
  return [{ ...control, children }, ...end];
}
