import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { z } from "zod";
import {
  contract,
  type Operation,
  type OperationName,
  openApi,
  problemMedia,
  type SetUpOperationName,
  sessionCookie,
  wireProblem,
} from "#api";
import { type Problem, ProblemError, problem, refuse } from "#base";
import { randomBytes, toHex } from "#ledger";
import type { Office } from "#record";
import type { SetUp } from "../set-up/set-up.ts";
import { refuseForeign, securityHeaders } from "./guard.ts";
import { handlers } from "./handlers.ts";
import type { Host } from "./host.ts";
import { type Pages, sendPage, servePages } from "./pages.ts";
import { sendFeed } from "./send-feed.ts";
import { longestMs, type Session } from "./sessions.ts";
import { isSetUpOperation, type Served, setUpHandlers, unfounded } from "./set-up.ts";
import { officeNow } from "./standing.ts";

/** What is served: a process, or a set-up that ends in one while the server runs. */
export type AppOptions = (Served | { readonly setUp: SetUp<Served> }) & {
  readonly version: string;
  /** The built web app; without it only the operations are served. */
  readonly pages?: Pages;
  /** Where bugs are written; refusals are answers and are not logged. */
  readonly log: (reference: string, error: unknown) => void;
};

/** Blobs are at most this long; acts are far shorter. */
const largestBody = 64 * 1_024 * 1_024;
const largestJson = 256 * 1_024;

/** The host's HTTP server: the contract's operations, and nothing else. */
export function createApp({ version, log, pages, ...begun }: AppOptions): FastifyInstance {
  const setUp = "setUp" in begun ? begun.setUp : undefined;
  const served = () => ("setUp" in begun ? begun.setUp.served : begun);
  const app = Fastify({
    bodyLimit: largestBody,
    trustProxy: false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: false },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ["application/json"],
    { parseAs: "buffer", bodyLimit: largestJson },
    (_, bytes, done) => done(null, bytes),
  );
  app.addContentTypeParser(["application/octet-stream"], { parseAs: "buffer" }, (_, bytes, done) =>
    done(null, bytes),
  );
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    const foreign = refuseForeign(request.method, request.headers);
    if (foreign) throw new ProblemError(foreign);
  });
  app.setErrorHandler((error, _, reply) => answerProblem(reply, problemOf(error, log)));
  if (pages) servePages(app, pages);
  app.setNotFoundHandler(
    (request, reply) =>
      (pages && sendPage(pages, request, reply)) ??
      answerProblem(reply, problem("api.no_such_operation", {})),
  );
  const document = openApi(version);
  app.get("/api/openapi.json", async () => document);
  for (const name of Object.keys(contract) as OperationName[]) {
    // the keys of the object above
    const { method, path } = contract[name];
    if (isSetUpOperation(name))
      app.route({ method, url: path, handler: (request) => answerSetUp(setUp, name, request) });
    else if (name === "followFeed")
      app.get(path, (request, reply) => follow(served() ?? refuse("set_up.not_founded", {}), request, reply));
    else
      app.route({
        method,
        url: path,
        handler: (request, reply) => answer(served()?.host, name, request, reply),
      });
  }
  return app;
}

async function answerSetUp(
  setUp: SetUp<Served> | undefined,
  name: SetUpOperationName,
  request: FastifyRequest,
): Promise<unknown> {
  if (!setUp) return refuse("set_up.refused", {});
  const busy = setUp.take(request.ip);
  if (busy) throw new ProblemError(busy);
  const operation = contract[name];
  const handler = setUpHandlers[name] as (setUp: SetUp<Served>, body: unknown) => Promise<unknown>; // paired by name
  const body = parsed<z.ZodType>(operation.body, jsonOf(request.body), "body");
  return operation.answer.parse(await handler(setUp, body));
}

async function answer(
  host: Host | undefined,
  name: Exclude<OperationName, "followFeed" | SetUpOperationName>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (!host) return name === "readProcess" ? unfounded : refuse("set_up.not_founded", {});
  const operation: Operation = contract[name];
  const input = {
    ...(await whoAsks(host, operation, request)),
    address: request.ip,
    params: parsed(operation.params, request.params, "params"),
    query: parsed(operation.query, request.query, "query"),
    body: operation.body ? parsed(operation.body, jsonOf(request.body), "body") : undefined,
    bytes:
      operation.takes && request.body instanceof Uint8Array ? new Uint8Array(request.body) : new Uint8Array(),
  };
  const handler = handlers[name] as (host: Host, input: unknown) => Promise<unknown>; // the table pairs them by name
  const result = await handler(host, input);
  if (result instanceof Uint8Array)
    return reply.type(operation.gives ?? "application/octet-stream").send(Buffer.from(result));
  const withToken = isWithToken(result) ? result : undefined;
  if (withToken) reply.header("set-cookie", cookieOf(withToken.token));
  // What is not declared does not leave.
  return operation.answer?.parse(withToken ? withToken.json : result);
}

async function follow(served: Served, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asker = await whoAsks(served.host, contract.followFeed, request);
  const { after } = parsed(contract.followFeed.query, request.query, "query");
  const resumed = request.headers["last-event-id"];
  sendFeed(served, { ...asker, after: typeof resumed === "string" ? resumed : after }, reply);
  return reply;
}

/** Who asks, and as which office he reads and posts now. */
type Asker = {
  readonly office: Office;
  readonly session: Session | undefined;
  readonly token: string | undefined;
};

async function whoAsks(host: Host, operation: Operation, request: FastifyRequest): Promise<Asker> {
  const token = tokenOf(request.headers.cookie);
  const session = token === undefined ? undefined : await host.sessions.find(token);
  if (operation.who !== "anyone" && !session) refuse("api.session_needed", {});
  const office = officeNow(host, session);
  if (operation.who === "seat" && office === "public") refuse("api.seat_needed", {});
  return { office, session, token: session ? token : undefined };
}

function tokenOf(cookies: string | undefined): string | undefined {
  const found = cookies?.split(";").map((one) => one.trim().split("="));
  return found?.find(([name]) => name === sessionCookie)?.[1];
}

function cookieOf(token: string | null): string {
  const rest = "Path=/; Secure; HttpOnly; SameSite=Strict";
  return token === null
    ? `${sessionCookie}=; Max-Age=0; ${rest}`
    : `${sessionCookie}=${token}; Max-Age=${longestMs / 1_000}; ${rest}`;
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S>;
function parsed<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  where: string,
): z.output<S> | undefined;
function parsed<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  where: string,
): z.output<S> | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = [where, ...(issue?.path ?? [])].join(".");
  return refuse("api.malformed", { path, reason: issue?.message ?? "does not fit" });
}

function jsonOf(body: unknown): unknown {
  if (!(body instanceof Uint8Array)) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return refuse("api.malformed", { path: "body", reason: "must be JSON in UTF-8" });
  }
}

function isWithToken(result: unknown): result is { readonly json: unknown; readonly token: string | null } {
  return result !== null && typeof result === "object" && "token" in result && "json" in result;
}

// Fastify's own refusals have a status; anything else without a problem is a bug, said under a reference only.
function problemOf(error: unknown, log: AppOptions["log"]): Problem {
  if (error instanceof ProblemError) return error.problem;
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (error instanceof Error && typeof status === "number" && status < 500)
    return problem("api.malformed", { path: "request", reason: error.message });
  const reference = toHex(randomBytes(6));
  log(reference, error);
  return problem("api.failed", { reference });
}

function answerProblem(reply: FastifyReply, refused: Problem): FastifyReply {
  return reply.status(refused.status).type(problemMedia).send(wireProblem(refused));
}
