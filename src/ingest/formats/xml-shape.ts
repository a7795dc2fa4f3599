/** How the elements of an XML return become rows of staged tables: a declaration, checked against what the file holds while it streams. */

/** One kind of repeating element. */
export type XmlRecord = {
  readonly element: string;
  /** Elements anywhere inside it (but not inside another record) that hold one value each; its own name when it holds the value itself. */
  readonly columns: readonly string[];
  /** Enclosing records, nearest last. Their ordinals in the file become the columns `<Element>_no`. */
  readonly within?: readonly string[];
  /** Columns of enclosing records repeated in each row. */
  readonly inherits?: readonly string[];
};

export type XmlShape = {
  readonly root: string;
  readonly records: readonly XmlRecord[];
  /** Elements that only group others. */
  readonly groups: readonly string[];
  /** Elements outside any record whose text is wanted (collection, year …). */
  readonly header: readonly string[];
};

/** The name of a staged table's column that holds the ordinal of an enclosing record. */
export function ordinalColumn(element: string): string {
  return `${element}_no`;
}

/** Columns of the staged table of a record: its own ordinal, those of the records around it, what it inherits, its values. */
export function stagedColumns({ element, within = [], inherits = [], columns }: XmlRecord): readonly string[] {
  return [ordinalColumn(element), ...within.map(ordinalColumn), ...inherits, ...columns];
}

/** Names of the staged tables of a shape. */
export function stagedNames({ records }: XmlShape): readonly string[] {
  return records.map(({ element }) => element);
}

/** The first elements of a file, cheaply: enough to tell returns with the same root apart. */
export function elementsIn(headText: string): readonly string[] {
  const names = new Set<string>();
  for (const match of headText.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])/g))
    names.add(match[1] ?? "");
  return [...names];
}
