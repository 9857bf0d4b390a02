import type { ScreenKey } from "#i18n/screens";
import type { Cell } from "#record";
import type { MomentDraft } from "../../../design/index.ts";
import { hourIsWrong, instantFrom } from "../../reception/forms/now.ts";

export type TeamDraft = {
  readonly key: number;
  readonly name: string;
  readonly type: string;
  readonly vehicles: string;
  readonly crew: string;
  readonly abortAt: MomentDraft;
};

/** Cells as they are written and read aloud, several with commas or spaces; undefined where one cannot be read. */
export function cellsFrom(text: string): readonly Cell[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const cells = parts.map((part) => /^(\d{4})-(\d{4})$/.exec(part));
  if (parts.length === 0 || cells.includes(null)) return undefined;
  return cells.map((found) => ({ row: Number(found?.[1]), column: Number(found?.[2]) }));
}

export function teamsAreWrong(teams: readonly TeamDraft[]): ScreenKey | undefined {
  if (teams.some(({ name }) => name.trim() === "")) return "forms.fill";
  if (teams.some(({ vehicles, crew }) => !/^\d{1,2}$/.test(vehicles) || !/^[1-9]\d{0,2}$/.test(crew)))
    return "forms.fill_whole_number";
  return teams.map(({ abortAt }) => hourIsWrong(abortAt)).find((one) => one !== undefined);
}

export function teamsFrom(teams: readonly TeamDraft[]) {
  return teams.map(({ name, type, vehicles, crew, abortAt }) => ({
    team: name.trim(),
    type,
    vehicles: Number(vehicles),
    crew: Number(crew),
    abortAt: instantFrom(abortAt),
  }));
}
