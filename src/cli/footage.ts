import { createReadStream } from "node:fs";
import { access, readFile, stat } from "node:fs/promises";
import { refuse } from "#base";
import { isStill, mostBytes } from "#footage";
import { findFfmpeg, inspectFile, readCover, redactFootage } from "#footage/run";
import { sayWord, translator } from "#i18n";
import { sha256OfPieces, toHex } from "#ledger";
import type { Common } from "./context.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { progressLine } from "./progress.ts";

/** `parley footage inspect FILE`: what a file is, its digest, and the credentials that it states. */
export async function footageInspectCommand(path: string, options: Common): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  await stat(path).catch(notThere(path));
  const found = { ...(await inspectFile(path)), sha256: await digestOf(path) };
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
  const cover = readCover(await readFile(planPath, "utf8").catch(notThere(planPath)), planPath);
  await stat(path).catch(notThere(path));
  if (await isThere(madePath)) refuse("footage.not_made", { reason: "The file is there already." });
  const ffmpeg = findFfmpeg();
  const ends = new AbortController();
  const stop = () => ends.abort();
  process.once("SIGINT", stop);
  const bar = progressLine(!options.json, (seconds) => t("footage.covered_so_far", { seconds }));
  try {
    const made = await redactFootage(ffmpeg, path, madePath, cover, {
      signal: ends.signal,
      onProgress: (doneMs) => bar.show(Math.floor(doneMs / 1_000)),
    });
    bar.end();
    const { bytes, mediaType } = made;
    const said = { path: madePath, bytes, sha256: await digestOf(madePath), mediaType };
    out.data({ ...said, by: ffmpeg.name, boxes: cover.boxes.length, sound: cover.sound });
    out.line(
      [
        madePath,
        `${t("field.boxes")}: ${cover.boxes.length}`,
        ...(isStill(mediaType) ? [] : [sayWord(t, cover.sound)]),
      ].join(" · "),
    );
    out.line(`${t("field.sha256")}: ${said.sha256}`);
    if (bytes > mostBytes) out.line(t("footage.too_long_to_enter", { megabytes: mostBytes / 1_048_576 }));
  } finally {
    bar.end();
    process.removeListener("SIGINT", stop);
  }
}

async function digestOf(path: string): Promise<string> {
  return toHex(await sha256OfPieces(createReadStream(path)));
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function notThere(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) =>
    refuse("folder.unreadable", { path, reason: code === "ENOENT" ? "there is no such file." : `${code}.` });
}
