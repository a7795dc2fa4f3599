/** A text file written in big pieces: only the piece being filled is held. */
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

const PIECE = 1 << 18;

export type TextFile = {
  add(text: string): void;
  /** Writes what has been filled when it is a piece's worth; await it now and then. */
  flush(): Promise<void>;
  /** Writes the rest and closes; a file nothing was added to is made, empty. */
  close(): Promise<void>;
};

/** Opens a file to write; it and its folder are made when first written. */
export function textFile(path: string): TextFile {
  let handle: FileHandle | undefined;
  let held = "";
  const write = async (): Promise<void> => {
    if (!handle) {
      await mkdir(dirname(path), { recursive: true });
      handle = await open(path, "w");
    }
    const text = held;
    held = "";
    await handle.writeFile(text);
  };
  return {
    add(text) {
      held += text;
    },
    async flush() {
      if (held.length >= PIECE) await write();
    },
    async close() {
      await write();
      await handle?.close();
    },
  };
}
