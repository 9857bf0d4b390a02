import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refuse } from "#base";

/** A program that is called like ffmpeg; "@in" and "@out" stand for its two files in the arguments. */
export type Ffmpeg = {
  readonly name: "ffmpeg" | "@ffmpeg/core";
  readonly command: (
    input: string,
    output: string,
    args: readonly string[],
  ) => readonly [string, ...string[]];
};

/** The machine's ffmpeg where there is one, else the one from npm. */
export function findFfmpeg(path = process.env.PATH ?? "", withPackage = true): Ffmpeg {
  const names = process.platform === "win32" ? ["ffmpeg.exe"] : ["ffmpeg"];
  const found = path
    .split(delimiter)
    .flatMap((folder) => (folder === "" ? [] : names.map((name) => join(folder, name))))
    .find((file) => existsSync(file));
  if (found !== undefined)
    return {
      name: "ffmpeg",
      command: (input, output, args) => [
        found,
        "-nostdin",
        "-y",
        ...args.map((one) => (one === "@in" ? `file:${input}` : one === "@out" ? `file:${output}` : one)),
      ],
    };
  if (!withPackage || !isInstalled())
    return refuse("footage.no_ffmpeg", {
      reason: "Neither a program ffmpeg is on the path, nor is the package @ffmpeg/core installed.",
    });
  const program = fileURLToPath(new URL("wasm-program.ts", import.meta.url));
  return {
    name: "@ffmpeg/core",
    command: (input, output, args) => [process.execPath, program, input, output, JSON.stringify(args)],
  };
}

function isInstalled(): boolean {
  try {
    return existsSync(fileURLToPath(import.meta.resolve("@ffmpeg/core")));
  } catch {
    return false; // it is not there
  }
}

const mostLog = 20_000;

/**
 * Runs it to its end; answers the last lines that it wrote. Refused where it fails or is ended by the signal. With
 * `-progress pipe:1` among its arguments it tells how far it is, in milliseconds of what it writes.
 */
export async function runFfmpeg(
  ffmpeg: Ffmpeg,
  input: string,
  output: string,
  args: readonly string[],
  signal: AbortSignal,
  onProgress: (doneMs: number) => void = () => {},
): Promise<string> {
  const [program, ...rest] = ffmpeg.command(input, output, args);
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "pipe"], signal, killSignal: "SIGKILL" });
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const done = [...text.matchAll(/out_time_us=(\d+)/g)].at(-1)?.[1];
    if (done !== undefined) onProgress(Number(done) / 1_000);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-mostLog);
  });
  const code = await new Promise<number | Error | null>((resolve) => {
    child.on("error", resolve).on("close", resolve);
  });
  if (code === 0) return log;
  const ended = signal.aborted
    ? isTimeout(signal)
      ? "It took too long and was ended."
      : "It was ended."
    : (lastLine(log) ?? "It ended without a word.");
  return refuse("footage.not_made", { reason: ended });
}

// What ffmpeg says last, as one line that can be shown: file names and bytes of a stranger's file may stand in it.
function lastLine(log: string): string | undefined {
  return log
    .split("\n")
    .map((line) => line.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "").trim())
    .findLast((line) => line !== "" && !line.startsWith("Aborted"))
    ?.slice(0, 300);
}

function isTimeout({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}
