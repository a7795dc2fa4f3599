/** The catalogue for those who need no data: to check it, to explain a measure, to print the dictionary. */
import { type Catalogue, readCatalogue } from "../measures/catalogue.ts";

/** Reads catalogue folders, the later winning. @throws AppError naming the file and line of the first fault */
export function openCatalogue(folders: readonly string[]): Catalogue {
  return readCatalogue(folders);
}
