import { readFile, stat, writeFile } from "node:fs/promises";
import { refuse } from "#base";
import { inspectFootage, mostBytes } from "#footage";
import { findFfmpeg, readCover, redactFootage } from "#footage/run";
import { sayWord, translator } from "#i18n";
import { sha256, toHex } from "#ledger";
import type { Common } from "./context.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";

/** `parley footage inspect FILE`: what a file is, its digest, and the credentials that it states. */
export async function footageInspectCommand(path: string, options: Common): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const bytes = await footageIn(path);
  const found = { ...inspectFootage(bytes), bytes: bytes.length, sha256: toHex(sha256(bytes)) };
  out.data(found);
  out.line(`${found.mediaType} · ${t("field.bytes")}: ${found.bytes}`);
  out.line(`${t("field.sha256")}: ${found.sha256}`);
  const { generator } = found.credentials;
  const stated = generator === undefined ? "" : ` · ${t("field.generator")}: ${generator}`;
  out.line(`${t("field.credentials")}: ${sayWord(t, found.credentials.found)}${stated}`);
  out.line(t(found.hasMetadata ? "footage.has_metadata" : "footage.no_metadata"));
}

/** `parley footage redact FILE --cover PLAN --out FILE`: burns the boxes of a plan in, mutes, takes no metadata along. */
export async function footageRedactCommand(
  path: string,
  options: Common & { readonly cover?: string; readonly out?: string },
): Promise<void> {
  const { cover: planPath, out: madePath } = options;
  if (planPath === undefined || madePath === undefined || madePath === path)
    return refuse("command.usage", {
      reason: "footage redact takes --cover and --out, which is another file.",
    });
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const cover = readCover(await readFile(planPath, "utf8").catch(notThere(planPath)));
  const ffmpeg = findFfmpeg();
  const made = await redactFootage(ffmpeg, await footageIn(path), cover);
  await writeFile(madePath, made, { flag: "wx" }).catch(notWritten(madePath));
  const { mediaType } = inspectFootage(made);
  const said = { path: madePath, bytes: made.length, sha256: toHex(sha256(made)), mediaType };
  out.data({ ...said, by: ffmpeg.name, boxes: cover.boxes.length, sound: cover.sound });
  out.line(`${madePath} · ${t("field.boxes")}: ${cover.boxes.length} · ${sayWord(t, cover.sound)}`);
  out.line(`${t("field.sha256")}: ${said.sha256}`);
}

async function footageIn(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(notThere(path));
  if (size > mostBytes) return refuse("footage.too_large", { bytes: size, most: mostBytes });
  return new Uint8Array(await readFile(path));
}

function notThere(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) =>
    refuse("command.draft", { path, reason: code === "ENOENT" ? "there is no such file." : `${code}.` });
}

function notWritten(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) =>
    refuse("command.draft", { path, reason: code === "EEXIST" ? "the file is there already." : `${code}.` });
}
