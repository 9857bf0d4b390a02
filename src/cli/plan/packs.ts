import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "#base";
import { makeTeamPack } from "#documents";
import { loadScreens } from "#i18n/screens";
import { sha256, toBase64 } from "#ledger";
import type { TruceCase, TrucePlan } from "#plan";
import { packOf } from "#plan/files";
import { canonicalBytes } from "#record";
import type { Common } from "../context.ts";
import { readJsonFile } from "../desk.ts";
import { faces } from "../faces.ts";
import { languageOf } from "../language.ts";

/**
 * A sheet as PDF for each team that goes anywhere, with its own stops alone; `cover` is what stands on each of them beside.
 * Answers the files' paths.
 */
export async function writePacks(
  folder: string,
  given: TruceCase,
  plan: TrucePlan,
  options: Common & { readonly cover?: string; readonly beside?: string },
): Promise<readonly string[]> {
  const cover = options.cover === undefined ? {} : await readJsonFile(options.cover);
  const languages = [options.lang ?? "en", ...(options.beside === undefined ? [] : [options.beside])];
  const [first, ...more] = await Promise.all(languages.map((one) => loadScreens(languageOf(one))));
  if (!first) throw new Error("There is a language.");
  const common = {
    on: given.window.from.slice(0, 10),
    digest: toBase64(sha256(canonicalBytes(plan))),
    ...(cover as object), // what is no cover does not fit its form below
  };
  const letters = await faces();
  const made = new Map<string, Uint8Array>();
  for (const team of plan.teams) {
    const pack = packOf(given, team);
    if (!pack) continue;
    const paper = await makeTeamPack({ cover: common, pack }, [first, ...more], letters);
    if ("where" in paper)
      return refuse("command.draft", { path: options.cover ?? folder, reason: `${paper.where}.` });
    made.set(join(folder, `team-${team.team.replaceAll(/[^A-Za-z0-9_-]/g, "_")}.pdf`), paper);
  }
  try {
    await mkdir(folder, { recursive: true });
    for (const [path, paper] of made) await writeFile(path, paper);
  } catch (error) {
    refuse("folder.unwritable", {
      path: folder,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  return [...made.keys()];
}
