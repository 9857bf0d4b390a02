import { ProblemError } from "#base";
import { verifyExportFiles } from "#folder";
import { type MessageKey, sayProblem, translator } from "#i18n";
import { type Verification, verifySource } from "#replica";
import type { Common } from "./context.ts";
import { openCopy } from "./copy.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { progressBar } from "./progress.ts";

export type VerifyFlags = Common & { readonly since?: string; readonly fingerprint?: string };

/** `parley verify OUT`: without network and without trust in the host. Exit code 1 where anything does not hold. */
export async function verifyCommand(path: string, options: VerifyFlags): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const copy = await openCopy(path);
  const since = options.since === undefined ? undefined : await openCopy(options.since);
  const bar = progressBar(!out.json);
  try {
    const verification = await verifySource(copy.source, {
      ...(since ? { since: since.source } : {}),
      ...(options.fingerprint ? { fingerprint: options.fingerprint } : {}),
      onProgress: bar.show,
    });
    const nothing = { receipts: 0, tiles: 0, problems: [] };
    const files = copy.exported ? await verifyExportFiles(copy.exported) : nothing;
    bar.end();
    const problems = [...verification.problems, ...files.problems];
    out.data({
      ...verification,
      receipts: files.receipts,
      tiles: files.tiles,
      problems,
      good: problems.length === 0,
    });
    out.line(t("verify.fingerprint"));
    out.line(`  ${verification.fingerprint}`);
    for (const { room, size, root, standing, witnesses } of verification.rooms) {
      const by = witnesses.length > 0 ? ` (${witnesses.join(", ")})` : "";
      out.line(
        `  ${room.padEnd(14)} ${String(size).padStart(6)}  ${root.slice(0, 16)}…  ${t(`standing.${standing}`)}${by}`,
      );
    }
    if (problems.length === 0) {
      out.line(t("verify.good", countsOf(verification, files.receipts)));
      return;
    }
    for (const one of problems) {
      const { title, detail } = sayProblem(t, one);
      out.line(`✗ ${title} ${detail} (${one.code})`);
    }
    const key: MessageKey = "verify.bad";
    out.line(t(key, { n: problems.length }));
    process.exitCode = 1;
  } catch (error) {
    bar.end();
    if (error instanceof ProblemError && out.json) out.data({ good: false, problems: [error.problem] });
    throw error;
  } finally {
    await copy.source.close();
    await since?.source.close();
  }
}

function countsOf({ acts, signatures, rooms, blobs }: Verification, receipts: number) {
  return { acts, signatures, rooms: rooms.length, receipts, blobs };
}
