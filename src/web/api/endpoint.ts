/** What an endpoint of the API is: its address, whom it serves, what may be asked, and the rows it answers with. One declaration makes the route and its documentation. */
import type { z } from "zod";
import type { DeskContext } from "../context.ts";
import type { Needs, Viewer } from "../viewer.ts";

export type Row = Readonly<Record<string, unknown>>;

export type Asked<Query> = {
  readonly viewer: Viewer;
  /** The `{id}` of the address; "" where it has none. */
  readonly id: string;
  readonly query: Query;
  /** The request's headers, lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

export type Endpoint = {
  /** Under /api/v1, with `{id}` where one is needed: "/measures/{id}". */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly needs: Needs;
  /** What the rows are called in JSON: { "figures": [ … ] }. */
  readonly rows: string;
  /** The columns of a row, in the order of CSV, with what each holds. */
  readonly columns: Readonly<Record<string, string>>;
  readonly query: z.ZodObject;
  readonly answer: (context: DeskContext, asked: Asked<Row>) => Promise<readonly Row[]>;
};

/** An endpoint whose answer is given its query as its own schema reads it. */
export function endpoint<Shape extends z.ZodRawShape>(
  declared: Omit<Endpoint, "query" | "answer"> & {
    readonly query: z.ZodObject<Shape>;
    readonly answer: (context: DeskContext, asked: Asked<z.output<z.ZodObject<Shape>>>) => Promise<readonly Row[]>;
  },
): Endpoint {
  return declared as unknown as Endpoint;
}
