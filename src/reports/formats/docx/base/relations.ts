/** Relations and content types of a Word file: what each part is and what it points to. */
import { type Element, element, isElement } from "../xml.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export type Relation = {
  readonly id: string;
  /** "image", "hyperlink": the last word of its address. */
  readonly kind: string;
  readonly target: string;
  readonly isOutside: boolean;
};

export function relationsIn(root: Element): readonly Relation[] {
  return root.children.flatMap((one) => {
    if (!isElement(one)) return [];
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode = "" } = one.attributes;
    return [{ id, kind: type.split("/").at(-1) ?? "", target, isOutside: mode === "External" }];
  });
}

/** The relations with more of them. */
export function withRelations(root: Element, more: readonly Relation[]): Element {
  const added = more.map(({ id, kind, target, isOutside }) =>
    element("Relationship", {
      Id: id,
      Type: `${OFFICE}/${kind}`,
      Target: target,
      ...(isOutside ? { TargetMode: "External" } : {}),
    }),
  );
  return { ...root, children: [...root.children, ...added] };
}

/** No relations yet. */
export const NO_RELATIONS: Element = element("Relationships", {
  xmlns: "http://schemas.openxmlformats.org/package/2006/relationships",
});

/** A template becomes a document; pictures and the parts added are named. */
export function withTypes(types: Element, parts: Readonly<Record<string, string>>): Element {
  const known = new Set(types.children.flatMap((one) => (isElement(one) ? [keyOf(one)] : [])));
  const wanted = [
    ...["png", "svg"].map((extension) =>
      element("Default", { Extension: extension, ContentType: extension === "svg" ? "image/svg+xml" : "image/png" }),
    ),
    ...Object.entries(parts).map(([name, kind]) =>
      element("Override", { PartName: `/${name}`, ContentType: `${WORD_PART}.${kind}+xml` }),
    ),
  ];
  const kept = types.children.map((one) =>
    isElement(one) && one.attributes.PartName === "/word/document.xml"
      ? { ...one, attributes: { ...one.attributes, ContentType: `${WORD_PART}.document.main+xml` } }
      : one,
  );
  return { ...types, children: [...kept, ...wanted.filter((one) => !known.has(keyOf(one)))] };
}

function keyOf({ attributes }: Element): string {
  return (attributes.Extension ?? attributes.PartName ?? "").toLowerCase();
}
