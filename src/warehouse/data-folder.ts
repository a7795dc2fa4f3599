/** Where everything lies in a data folder; the only place that knows its layout. */
import { join } from "node:path";

export type DataFolder = {
  readonly root: string;
  /** One folder per accepted load, never edited: manifest.json, <table>.parquet, issue.parquet. */
  readonly loads: string;
  /** One DuckDB file per state of the loads, always rebuildable. */
  readonly generations: string;
  /** Answers kept until loads or catalogue change. */
  readonly cache: string;
  /** Returns read in the browser that wait to be accepted or refused, one folder each. */
  readonly staged: string;
  /** Half-written work; safe to delete when nothing runs. */
  readonly work: string;
  /** Held by the process that is loading. */
  readonly lock: string;
};

export function dataFolder(root: string): DataFolder {
  return {
    root,
    loads: join(root, "loads"),
    generations: join(root, "generations"),
    cache: join(root, "cache"),
    staged: join(root, "staged"),
    work: join(root, "work"),
    lock: join(root, "loading.lock"),
  };
}
