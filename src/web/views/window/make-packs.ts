import { originOf } from "#base";
import { type Language, loadScreens } from "#i18n/screens";
import { packOf } from "#plan/files";
import type { Packed } from "../../desk/zip.ts";
import { faceFiles } from "../documents/make.ts";
import type { PlannedTeam, TruceCase } from "./engine/protocol.ts";

/** A sheet as PDF for each of these teams that goes anywhere; what writes PDF is fetched when it is first asked for. */
export async function makePacks(
  given: TruceCase,
  teams: readonly PlannedTeam[],
  cover: object,
  [left, right]: readonly [Language, Language | undefined],
): Promise<readonly Packed[]> {
  const [{ makeTeamPack }, first, faces] = await Promise.all([
    import("#documents"),
    loadScreens(left),
    faceFiles(),
  ]);
  const more = right === undefined || right === left ? [] : [await loadScreens(right)];
  const origin = originOf(given.anchor);
  const placed = origin === undefined ? cover : { ...cover, origin };
  const papers: Packed[] = [];
  for (const team of teams) {
    const pack = packOf(given, team);
    if (!pack) continue;
    const content = await makeTeamPack({ cover: placed, pack }, [first, ...more], faces);
    if ("where" in content) throw new Error(`The sheet of team ${team.team} does not fit: ${content.where}.`);
    papers.push({ path: `team-${team.team.replaceAll(/[^A-Za-z0-9_-]/g, "_")}.pdf`, content });
  }
  return papers;
}

/** How facilities are reached, one to a line: its code, a colon, and the words. */
export function contactsIn(text: string): Readonly<Record<string, string>> {
  const lines = text.split("\n").flatMap((line): readonly (readonly [string, string])[] => {
    const [, code, words] = line.match(/^\s*([A-Za-z0-9._-]{1,40})\s*:\s*(.*\S)\s*$/) ?? [];
    return code === undefined || words === undefined ? [] : [[code, words.slice(0, 300)]];
  });
  return Object.fromEntries(lines);
}
