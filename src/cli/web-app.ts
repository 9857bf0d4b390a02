import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
/** Where the built web app lies. */
const built = join(root, "dist", "web");
const sources = ["src", "vite.config.ts", "package-lock.json"];

/** The folder of the built web app; builds it where it is missing or older than its sources. */
export async function webApp(onBuild: () => void): Promise<string> {
  const [made, changed] = await Promise.all([
    timeOf(join(built, "index.html")),
    newest(sources.map((one) => join(root, one))),
  ]);
  if (made === undefined || made < changed) {
    onBuild();
    await buildInto(built);
  }
  return built;
}

// Beside it first: whoever reads the folder meanwhile finds a whole app in it.
async function buildInto(folder: string): Promise<void> {
  const { build } = await import("vite"); // seconds to load: only where there is something to build
  process.env.NODE_ENV = "production"; // React has another, larger build for any other name
  const fresh = `${folder}-${process.pid}`;
  await build({ configFile: join(root, "vite.config.ts"), logLevel: "error", build: { outDir: fresh } });
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(paths.map(newestUnder));
  return Math.max(0, ...times);
}

async function newestUnder(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined); // an installed copy may lack a source
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  const files = inside.filter((one) => one.isFile());
  const times = await Promise.all(
    files.map(async (one) => (await stat(join(one.parentPath, one.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}

async function timeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined); // not built yet
  return found?.mtimeMs;
}
