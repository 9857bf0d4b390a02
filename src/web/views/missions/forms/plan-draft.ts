import type { ScreenKey } from "#i18n/screens";
import type { Cell, PayloadOf } from "#record";
import type { MomentDraft } from "../../../design/index.ts";
import { draftAt, hourIsWrong, instantFrom } from "../../reception/forms/now.ts";

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

/** A plan as it stands, to be changed: another is signed in its place. */
export function planDraft(plan: PayloadOf<"mission.planned">, zone: string) {
  const moment = (instant: string) => draftAt(Date.parse(instant), zone);
  const four = (n: number) => String(n).padStart(4, "0");
  return {
    code: plan.code,
    task: plan.task as string | null, // one of the choices
    cells: plan.cells.map(({ row, column }) => `${four(row)}-${four(column)}`).join(" "),
    startsAt: moment(plan.startsAt),
    endsAt: moment(plan.endsAt),
    radio: String(plan.radioEveryMinutes),
    teams: plan.teams.map(
      ({ team, type, vehicles, crew, abortAt }, key): TeamDraft => ({
        key,
        name: team,
        type,
        vehicles: String(vehicles),
        crew: String(crew),
        abortAt: moment(abortAt),
      }),
    ) as readonly TeamDraft[],
  };
}
