import { z } from "zod";
import { problemCatalogue } from "#base";
import { contract, type Operation } from "./contract.ts";

/** The OpenAPI 3.1 document of the contract. */
export function openApi(version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries<Operation>(contract)) {
    const path = operation.path.replaceAll(/:(\w+)/g, "{$1}").replace("*", "{path}");
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(name, operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Parley", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: sessionCookie } },
    },
  };
}

/** Only over HTTPS or loopback, for this host and path alone. */
export const sessionCookie = "__Host-parley";

const problemSchema = {
  type: "object",
  description: "RFC 9457 problem details with a stable code.",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", enum: Object.keys(problemCatalogue) },
    details: { type: "object" },
  },
};

function operationObject(name: string, operation: Operation): unknown {
  const { summary, who, params, query, body, takes, answer, gives } = operation;
  const content = (schema: z.ZodType | undefined, media: string | undefined, io: "input" | "output") =>
    schema
      ? { "application/json": { schema: z.toJSONSchema(schema, { io }) } }
      : { [media ?? "text/plain"]: {} };
  return {
    operationId: name,
    summary,
    ...(who !== "anyone" ? { security: [{ session: [] }] } : {}),
    parameters: [...parametersIn("path", params), ...parametersIn("query", query)],
    ...(body || takes ? { requestBody: { required: true, content: content(body, takes, "input") } } : {}),
    responses: {
      200: { description: "Done.", content: content(answer, gives, "output") },
      default: {
        description: "Refused.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function parametersIn(where: "path" | "query", schema: z.ZodObject | undefined): readonly unknown[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, type]) => ({
    name: name === "*" ? "path" : name,
    in: where,
    required: where === "path" || !(type as z.ZodType).safeParse(undefined).success, // a shape holds schemas
    schema: z.toJSONSchema(type as z.ZodType, { io: "input", unrepresentable: "any" }),
  }));
}
