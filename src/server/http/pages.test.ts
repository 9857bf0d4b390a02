import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HttpHost, SignedProcess } from "#server/testing";
import { sqliteBackend } from "#store/testing";
import { readPages } from "./pages.ts";

const place = await sqliteBackend.place();
const page = "<!doctype html><title>Parley</title>";
const script = `export const long = "${"x".repeat(2_000)}";`;

describe("the web app's files", () => {
  let folder: string;
  let host: HttpHost;
  let app: FastifyInstance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "parley-pages-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), page);
    await writeFile(join(folder, "assets", "main-abc.js"), script);
    const signed = await SignedProcess.founded(await place.open());
    host = await HttpHost.of(signed, {}, await readPages(folder));
    app = host.app;
  });
  afterAll(async () => {
    await host.close();
    await place.remove();
    await rm(folder, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

  it("[HT30] serves its files by name, under the same policy as every answer", async () => {
    const answer = await get("/assets/main-abc.js");
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(answer.headers["cache-control"]).toContain("immutable");
    expect(answer.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(answer.headers["permissions-policy"]).toContain("camera=()");
    const packed = await get("/assets/main-abc.js", { "accept-encoding": "gzip" });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
    const smaller = await get("/assets/main-abc.js", { "accept-encoding": "gzip, deflate, br" });
    expect(smaller.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(smaller.rawPayload).toString()).toBe(script);
  });

  it("[HT30] answers a reader at any other address with the page, never kept", async () => {
    for (const url of ["/", "/proposals/xyz"]) {
      const answer = await get(url, { accept: "text/html" });
      expect(answer.body).toBe(page);
      expect(answer.headers["cache-control"]).toBe("no-cache");
      expect(answer.headers["permissions-policy"]).toMatch(/^camera=\(self\), microphone=\(\)/);
    }
  });

  it.each([
    "/api/nothing",
    "/assets/gone.js",
    "/assets/../../package.json",
    "/assets/%2e%2e%2f%2e%2e%2fpackage.json",
  ])("[HT30] does not answer %s with the page, nor with a file from elsewhere", async (url) => {
    const answer = await get(url, { accept: "text/html" });
    expect(answer.body).not.toContain("devDependencies");
    if (url.startsWith("/api/") || url === "/assets/gone.js") expect(answer.statusCode).toBe(404);
  });

  it("[HT30] answers a program at an unknown address with a problem", async () => {
    const answer = await get("/proposals", { accept: "application/json" });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe("api.no_such_operation");
  });

  it("[HT30] refuses a folder without a page, and a file of an unknown kind", async () => {
    const empty = await mkdtemp(join(tmpdir(), "parley-pages-"));
    await expect(readPages(empty)).rejects.toThrow("no index.html");
    await writeFile(join(empty, "index.php"), "");
    await expect(readPages(empty)).rejects.toThrow("unknown kind");
    await rm(empty, { recursive: true });
  });
});
