import { refuse } from "#base";
import { translator } from "#i18n";
import type { Common } from "../context.ts";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { progressBar } from "../progress.ts";
import { runOrienteering } from "./run-orienteering.ts";
import { sayRoutes } from "./say-routes.ts";
import { truceCommand } from "./truce.ts";

export type PlanFlags = Common & {
  readonly format?: string;
  readonly teams?: string;
  readonly seconds?: string;
  readonly iterations?: string;
  readonly seed?: string;
  readonly bound?: boolean;
  readonly plan?: string;
  readonly values?: boolean;
  readonly out?: string;
  readonly packs?: string;
  readonly cover?: string;
  readonly beside?: string;
};

/** What is done where neither `--seconds` nor `--iterations` says: the same everywhere. */
const usualIterations = 50_000;

/** `parley plan CASE`: a truce; `parley plan INSTANCE --format toptw --teams m`: routes of most prize for a research instance, checked before printing. */
export async function planCommand(path: string, options: PlanFlags): Promise<void> {
  if (options.format === undefined) return truceCommand(path, options);
  if (options.format !== "toptw") refuse("command.usage", { reason: "--format is toptw." });
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const task = {
    path,
    teams: numberOf("--teams", options.teams ?? "", 1, 20, true),
    seed: numberOf("--seed", options.seed ?? "1", 0, 2 ** 32 - 1, true),
    wantsBound: options.bound ?? false,
    ...effortOf(options),
  };
  const bar = progressBar(!out.json);
  const plan = await runOrienteering(task, bar.show).finally(bar.end);
  out.data(plan);
  sayRoutes(out, t, plan);
}

function effortOf({ seconds, iterations }: PlanFlags): {
  readonly seconds?: number;
  readonly iterations?: number;
} {
  if (seconds !== undefined && iterations !== undefined)
    refuse("command.usage", { reason: "--seconds and --iterations do not go together." });
  if (seconds !== undefined) return { seconds: numberOf("--seconds", seconds, 0.001, 86_400, false) };
  return { iterations: numberOf("--iterations", iterations ?? `${usualIterations}`, 1, 1e12, true) };
}

function numberOf(flag: string, text: string, least: number, most: number, isWhole: boolean): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most && (!isWhole || Number.isInteger(value)))
    return value;
  return refuse("command.usage", {
    reason: isWhole
      ? `${flag} is a whole number from ${least} to ${most}.`
      : `${flag} is a number from ${least} to ${most}.`,
  });
}
