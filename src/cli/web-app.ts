import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
/** Where the built web app lies. */
const built = join(root, "dist", "web");
const sources = ["src", "vite.config.ts", "package-lock.json"];

/** The folder of the built web app; builds it where it is missing or older than its sources. */
export async function webApp(onBuild: () => void): Promise<string> {
  const changed = await newest(sources.map((one) => join(root, one)));
  if (await isOlder(changed)) {
    onBuild();
    await build(changed);
  }
  return built;
}

// Beside it first: whoever reads the folder meanwhile finds a whole app in it. What another process has put there by then stays.
async function build(changed: number): Promise<void> {
  const vite = await import("vite"); // seconds to load: only where there is something to build
  process.env.NODE_ENV = "production"; // React has another, larger build for any other name
  const fresh = `${built}-${process.pid}`;
  await vite.build({ configFile: join(root, "vite.config.ts"), logLevel: "error", build: { outDir: fresh } });
  if (!(await isOlder(changed))) return await rm(fresh, { recursive: true });
  await rm(built, { recursive: true, force: true });
  try {
    await rename(fresh, built);
  } catch (error) {
    if (await isOlder(changed)) throw error; // else another process was there between the two steps
    await rm(fresh, { recursive: true });
  }
}

async function isOlder(changed: number): Promise<boolean> {
  const made = await stat(join(built, "index.html")).catch(() => undefined); // not built yet
  return made === undefined || made.mtimeMs < changed;
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
