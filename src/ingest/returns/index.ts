/** Every return Waymark can read, in the order they are asked whether a file is theirs. A new return is a folder and a line here. */
import type { ReturnReader } from "../contract.ts";
import { ssda903Reader } from "./ssda903/reader.ts";

export const READERS: readonly ReturnReader[] = [ssda903Reader];
