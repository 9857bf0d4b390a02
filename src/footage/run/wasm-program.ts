import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * ffmpeg from npm as a program of its own: `node wasm-program.ts INPUT OUTPUT ARGUMENTS`, the arguments as JSON in which
 * "@in" and "@out" stand for the two files. It runs in WebAssembly: a hostile file reaches this process's memory alone.
 */
type Core = {
  exec(...args: readonly string[]): number;
  setLogger(logger: (line: { readonly type: string; readonly message: string }) => void): void;
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
};

const [input = "", output = "", given = "[]"] = process.argv.slice(2);
const place = fileURLToPath(import.meta.resolve("@ffmpeg/core"));
const ending = output.slice(output.lastIndexOf("."));
const paths: Readonly<Record<string, string>> = { "@in": "given", "@out": `made${ending}` };
const args = (JSON.parse(given) as readonly string[]).map((one) => paths[one] ?? one); // written by ffmpeg.ts

// the package is made for a worker in a browser: it looks for a place, and for nothing else of it
Object.assign(globalThis, { self: { location: { href: "" } } });
const { default: create } = await import(place);
const core: Core = await create({
  wasmBinary: readFileSync(place.replace(/\.js$/, ".wasm")),
  mainScriptUrlOrBlob: `#${btoa(JSON.stringify({ wasmURL: "", workerURL: "" }))}`,
});
core.setLogger(({ type, message }) => {
  (type === "stdout" ? process.stdout : process.stderr).write(`${message}\n`);
});
core.FS.writeFile("given", readFileSync(input));
const code = core.exec(...args);
if (code === 0) writeFileSync(output, core.FS.readFile(`made${ending}`));
process.exitCode = code === 0 ? 0 : 1;
