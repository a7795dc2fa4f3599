/** Something wrong in a definition being written: where, and what to write instead. */

export type DefinitionFault = {
  /** The line of the written form; `null` where the fault is of the whole. */
  readonly line: number | null;
  /** The key it is about: ["cohort", "where"]; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** The sentence, with a suggestion where there is one. */
  readonly message: string;
};
