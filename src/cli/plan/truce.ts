import { writeFile } from "node:fs/promises";
import { refuse } from "#base";
import { translator } from "#i18n";
import { loadScreens } from "#i18n/screens";
import { type Anchor, generateTruce } from "#plan";
import { anchorForm, truceCaseForm, truceEventForm, trucePlanForm } from "#plan/files";
import type { Common } from "../context.ts";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { progressBar } from "../progress.ts";
import { readTruce } from "./read-truce.ts";
import { runTruce } from "./run-truce.ts";
import { sayTruce, sayValues } from "./say-truce.ts";

export type TruceFlags = Common & {
  readonly seconds?: string;
  readonly iterations?: string;
  readonly seed?: string;
  readonly plan?: string;
  readonly values?: boolean;
  readonly out?: string;
  readonly packs?: string;
  readonly cover?: string;
  readonly beside?: string;
};

/** `parley plan CASE`: which team visits which site when, inside a truce; judged before it is printed. */
export async function truceCommand(path: string, options: TruceFlags): Promise<void> {
  await planned(path, options);
}

/** `parley plan replan CASE EVENT`: the plan that goes on after something has happened, from `--plan` or the usual plan. */
export async function replanCommand(path: string, event: string, options: TruceFlags): Promise<void> {
  await planned(path, options, event);
}

async function planned(path: string, options: TruceFlags, event?: string): Promise<void> {
  const { seconds, iterations } = options;
  if (seconds !== undefined && iterations !== undefined)
    refuse("command.usage", { reason: "--seconds and --iterations do not go together." });
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const given = readTruce(path, truceCaseForm);
  const task = {
    given,
    wantsValues: options.values ?? false,
    seed: numberOf("--seed", options.seed ?? "1", 0, 2 ** 32 - 1),
    ...(options.plan === undefined ? {} : { previous: readTruce(options.plan, trucePlanForm).teams }),
    ...(event === undefined ? {} : { event: readTruce(event, truceEventForm) }),
    ...(seconds === undefined ? {} : { seconds: secondsOf(seconds) }),
    ...(iterations === undefined ? {} : { iterations: numberOf("--iterations", iterations, 0, 1e9) }),
  };
  const bar = progressBar(!out.json);
  const { plan, digests, after, values } = await runTruce(task, bar.show).finally(bar.end);
  const answer = after ? { case: after, plan } : values ? { plan, values } : plan;
  if (options.out !== undefined) await writeOut(options.out, answer);
  const written =
    options.packs === undefined
      ? []
      : await (await import("./packs.ts")).writePacks(options.packs, after ?? given, plan, options); // PDF takes time to load
  out.data(answer);
  const say = await loadScreens(t.language);
  sayTruce(out, t, say, plan);
  for (const name of written) out.line(say("documents.made", { name }));
  if (values) sayValues(out, t, values);
  out.line(t("plan.truce.digests", digests));
}

export type TruceGenerateFlags = Common & {
  readonly seed?: string;
  readonly sites?: string;
  readonly teams?: string;
  readonly hours?: string;
  readonly anchor?: string;
  readonly out?: string;
};

/** `parley plan generate`: an invented case; no place and no person in it exists. */
export async function truceGenerateCommand(options: TruceGenerateFlags): Promise<void> {
  const invented = generateTruce({
    seed: numberOf("--seed", options.seed ?? "1", 0, 2 ** 32 - 1),
    sites: numberOf("--sites", options.sites ?? "60", 1, 1000),
    teams: numberOf("--teams", options.teams ?? "8", 1, 100),
    hours: numberOf("--hours", options.hours ?? "36", 6, 72),
  });
  const given = options.anchor === undefined ? invented : { ...invented, anchor: placeOf(options.anchor) };
  if (options.out === undefined) process.stdout.write(`${JSON.stringify(given)}\n`);
  else await writeOut(options.out, given);
}

async function writeOut(path: string, value: unknown): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(value)}\n`);
  } catch (error) {
    refuse("folder.unwritable", { path, reason: error instanceof Error ? error.message : String(error) });
  }
}

function numberOf(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  return refuse("command.usage", { reason: `${flag} is a whole number from ${least} to ${most}.` });
}

function placeOf(text: string): Anchor {
  const [lon, lat, ...rest] = text.split(",").map((one) => (one.trim() === "" ? Number.NaN : Number(one)));
  const read = anchorForm.safeParse({ lon, lat });
  if (read.success && rest.length === 0) return read.data;
  return refuse("command.usage", {
    reason: "--anchor is a longitude and a latitude in degrees, as -30.5,41.2.",
  });
}

function secondsOf(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 86_400) return value;
  return refuse("command.usage", { reason: "--seconds is a number above 0, up to 86400." });
}
