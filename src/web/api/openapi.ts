/** The API's description (OpenAPI 3.1), made from the same declarations as its routes. */
import { z } from "zod";
import { ERRORS } from "../../domain/errors.ts";
import type { Endpoint } from "./endpoint.ts";

/** The whole description as JSON. */
export function openApi(endpoints: readonly Endpoint[], organisation: string): unknown {
  return {
    openapi: "3.1.0",
    info: {
      title: `Waymark: figures of ${organisation}`,
      version: "1",
      description: "Read-only. Send a token made on your account page: Authorization: Bearer waymark_…",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    paths: Object.fromEntries(endpoints.map((one) => [one.path, { get: operation(one) }])),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: {
        Error: {
          type: "object",
          required: ["code", "sentence", "remedy"],
          properties: {
            code: { type: "string", enum: Object.keys(ERRORS) },
            sentence: { type: "string" },
            remedy: { type: "string" },
          },
        },
      },
    },
  };
}

function operation({ path, summary, description, rows, columns, query }: Endpoint): unknown {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [
      ...(path.includes("{id}") ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }] : []),
      ...Object.entries(properties).map(([name, schema]) => ({
        name,
        in: "query",
        required: required.includes(name),
        schema,
      })),
      { name: "format", in: "query", required: false, schema: { type: "string", enum: ["json", "csv"] } },
    ],
    responses: {
      200: {
        description: "The rows asked for.",
        content: {
          "application/json": {
            schema: { type: "object", properties: { [rows]: { type: "array", items: rowSchema(columns) } } },
          },
          "text/csv": { schema: { type: "string" } },
        },
      },
      default: {
        description: "What is wrong and what to do.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function rowSchema(columns: Readonly<Record<string, string>>): unknown {
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(columns).map(([name, words]) => [name, { description: words }])),
  };
}
