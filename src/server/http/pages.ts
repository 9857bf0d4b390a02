import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, gzipSync, constants as zlib } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { permissionsPolicy } from "./guard.ts";

type File = {
  readonly type: string;
  readonly bytes: Buffer;
  /** Packed at the first time that it is asked for so, and kept. */
  readonly packed: Map<Packing, Buffer>;
  readonly isNamedByContent: boolean;
};

/** The web app's built files by their address, read once: a host serves what it started with. */
export type Pages = ReadonlyMap<string, File>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff": "font/woff",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};
/** How a file may be packed on its way, the smallest first. */
const packings = ["br", "gzip"] as const;
type Packing = (typeof packings)[number];
const home = "/index.html";
const worthCompressing = 1_024;

/** Reads the built web app from its folder. */
export async function readPages(folder: string): Promise<Pages> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const pages = new Map<string, File>();
  for (const one of found) {
    if (!one.isFile()) continue;
    const path = join(one.parentPath, one.name);
    const type = types[extname(one.name)];
    if (type === undefined) throw new Error(`The web app's folder holds a file of an unknown kind: ${path}.`);
    const bytes = await readFile(path);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    pages.set(address, {
      type,
      bytes,
      packed: new Map(),
      isNamedByContent: address.startsWith("/assets/"),
    });
  }
  if (!pages.has(home)) throw new Error(`The web app's folder has no index.html: ${folder}.`);
  return pages;
}

/** Serves the web app beside the operations: its files by name, and its one page at every other address of a reader. */
export function servePages(app: FastifyInstance, pages: Pages): void {
  for (const [address, file] of pages) app.get(address, (request, reply) => sendFile(request, reply, file));
  const page = pages.get(home);
  if (page) app.get("/", (request, reply) => sendFile(request, reply, page));
}

/** Sends the page to a reader who opened or reloaded an address of the app; undefined where a program asks or an operation was meant. */
export function sendPage(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const page = pages.get(home);
  const isReader = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
  const isOperation = request.url.startsWith("/api/") || request.url.startsWith("/assets/");
  return page && isReader && !isOperation ? sendFile(request, reply, page) : undefined;
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: File): FastifyReply {
  const accepted = (request.headers["accept-encoding"] ?? "").split(/[\s,;]+/);
  const packing = packings.find((one) => accepted.includes(one));
  if (file.type.startsWith("text/html")) reply.header("permissions-policy", permissionsPolicy("self"));
  reply
    .status(200)
    .type(file.type)
    .header("vary", "accept-encoding")
    .header("cache-control", file.isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
  return packing && file.bytes.length >= worthCompressing
    ? reply.header("content-encoding", packing).send(packedAs(packing, file))
    : reply.send(file.bytes);
}

function packedAs(packing: Packing, { bytes, packed }: File): Buffer {
  const made = packed.get(packing);
  if (made) return made;
  const fresh =
    packing === "br"
      ? brotliCompressSync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 7 } })
      : gzipSync(bytes);
  packed.set(packing, fresh);
  return fresh;
}
