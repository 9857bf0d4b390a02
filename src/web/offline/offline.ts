/**
 * Keeps the app's own files, so that it opens without a network. What is said and recorded never passes through here:
 * requests to /api are left alone, and the record's copy is the desk's matter.
 */
type Waits = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(type: "install" | "activate" | "message", listener: (event: Waits) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};
// the DOM's types do not know what a service worker's global is
const worker = globalThis as unknown as Worker;

const shelf = "parley-app";
const page = "/";
const list = "/files.json";

worker.addEventListener("install", (event) => event.waitUntil(takeAll().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
// a page that was opened with a network says so: then what is new is taken, and what is gone is let go
worker.addEventListener("message", (event) => event.waitUntil(takeAll()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
  event.respondWith(request.mode === "navigate" ? openPage(request) : openFile(request));
});

async function takeAll(): Promise<void> {
  const cache = await caches.open(shelf);
  const answer = await fetch(list, { cache: "no-store" });
  if (!answer.ok) return;
  const files: readonly string[] = await answer.json();
  const held = new Set((await cache.keys()).map((one) => new URL(one.url).pathname));
  await cache.addAll([page, ...files.filter((one) => !held.has(one))]);
  const wanted = new Set([page, ...files]);
  for (const path of held) if (!wanted.has(path)) await cache.delete(path);
}

// The newest page where there is a network; the kept one for every address of the app where there is none.
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await kept(page)) ?? Response.error(); // no network: what was kept, or the browser's own words
  }
}

async function openFile(request: Request): Promise<Response> {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

async function kept(path: string): Promise<Response | undefined> {
  return (await caches.open(shelf)).match(path);
}
