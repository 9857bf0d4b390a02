import { cloneInto, importInto, readFolder } from "#folder";
import { translator } from "#i18n";
import { readableSource } from "#replica";
import type { Common } from "./context.ts";
import { officeFor, openCopy } from "./copy.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { progressBar } from "./progress.ts";

/** `parley clone SOURCE DIR`: a replica from an export (or a folder), verified before it is taken. */
export async function cloneCommand(source: string, path: string, options: Common): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const copy = await openCopy(source);
  const bar = progressBar(!out.json);
  try {
    const office = officeFor(copy, options.as);
    const { verification } = await cloneInto(readableSource(copy.source, office), office, path, {
      onProgress: bar.show,
    });
    bar.end();
    out.data({ ...verification, office, path });
    out.line(t("clone.made", { acts: verification.acts, office }));
  } finally {
    bar.end();
    await copy.source.close();
  }
}

/** `parley import EXPORT DIR`: brings a replica up to date; refused where the histories differ. */
export async function importCommand(source: string, path: string, options: Common): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const folder = await readFolder(path);
  const copy = await openCopy(source);
  const bar = progressBar(!out.json);
  try {
    officeFor(copy, folder.office);
    const office = folder.office ?? "public";
    const verification = await importInto(folder, readableSource(copy.source, office), {
      onProgress: bar.show,
    });
    bar.end();
    out.data({ ...verification, path });
    out.line(t("import.taken", { acts: verification.acts }));
  } finally {
    bar.end();
    await copy.source.close();
  }
}
