/** Fields in the form Word itself writes: begun, their code, their words, ended. Readers that know no fields still read their words. */
import { type Element, element, isElement, type Node, textOf } from "./xml.ts";

/** The tree with each simple field as runs. */
export function spelledOut(root: Element): Element {
  return {
    ...root,
    children: root.children.flatMap((child): readonly Node[] => {
      if (!isElement(child)) return [child];
      return child.name === "w:fldSimple" ? runsOfField(child) : [spelledOut(child)];
    }),
  };
}

function runsOfField({ attributes, children }: Element): readonly Node[] {
  const sign = (type: string) => element("w:r", {}, [element("w:fldChar", { "w:fldCharType": type })]);
  const code = element("w:instrText", { "xml:space": "preserve" }, [` ${attributes["w:instr"] ?? ""} `]);
  return [sign("begin"), element("w:r", {}, [code]), sign("separate"), ...children, sign("end")];
}

/** Codes of fields with the words each shows; a field within another is told after it. */
export function fieldsIn(root: Element): readonly { readonly code: string; readonly words: string }[] {
  type Open = { code: string; words: string; isShown: boolean };
  const open: Open[] = [];
  const found: Open[] = [];
  for (const one of inOrder(root)) {
    const type = one.attributes["w:fldCharType"];
    if (type === "begin") {
      const field = { code: "", words: "", isShown: false };
      open.push(field);
      found.push(field);
    }
    const field = open.at(-1);
    if (field === undefined) continue;
    if (type === "separate") field.isShown = true;
    if (type === "end") open.pop();
    if (one.name === "w:instrText") field.code += one.children.join("");
    if (one.name === "w:t" && field.isShown) field.words += textOf(one);
  }
  return found.map(({ code, words }) => ({ code: code.trim(), words }));
}

function inOrder(root: Element): readonly Element[] {
  return root.children.flatMap((child) => (isElement(child) ? [child, ...inOrder(child)] : []));
}
