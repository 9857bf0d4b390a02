import { writeFile } from "node:fs/promises";
import { refuse } from "#base";
import type { Side } from "#exchange";
import { translator } from "#i18n";
import type { Common } from "../context.ts";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { progressBar } from "../progress.ts";
import { inputOf } from "./read-files.ts";
import { runPlanner } from "./run-planner.ts";
import { sayPlan } from "./say-plan.ts";
import { sayView } from "./say-view.ts";
import { sayWhy } from "./say-why.ts";

export type PlanFlags = Common & {
  readonly seconds?: string;
  readonly seed?: string;
  readonly why?: string;
  readonly previous?: string;
  readonly keep?: string;
  readonly prices?: boolean;
  readonly out?: string;
};

/** `parley exchange plan CASE`: tranches within all limits, with bounds; for an office of a party only its own view. */
export async function exchangePlanCommand(path: string, options: PlanFlags): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const seconds = options.seconds === undefined ? undefined : secondsOf(options.seconds);
  const side = sideOf(options.as);
  const bar = progressBar(!out.json);
  const { plan, why, view } = await runPlanner(
    {
      path,
      text: await inputOf(path),
      keep: keepOf(options),
      seed: seedOf(options.seed),
      previous: options.previous,
      why: options.why,
      prices: options.prices ?? false,
      side,
      endsAt: seconds === undefined ? undefined : Date.now() + seconds * 1000,
    },
    bar.show,
  ).finally(bar.end);
  const answer = { ...(view ?? plan), ...(why ? { why } : {}) };
  if (options.out !== undefined) await writeOut(options.out, view ?? plan);
  out.data(answer);
  if (why) sayWhy(out, t, why);
  else if (view) sayView(out, t, view);
  else sayPlan(out, t, plan);
  if (options.out !== undefined) out.line(t("exchange.written", { path: options.out }));
}

/** Writes a case, plan or repair; refuses in words where the place cannot be written. */
export async function writeOut(path: string, value: unknown): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(value)}\n`);
  } catch (error) {
    refuse("folder.unwritable", { path, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** A seed: a whole number of 32 bits. */
export function seedOf(text: string | undefined): number {
  const seed = Number(text ?? "1");
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    refuse("command.usage", { reason: "--seed is a whole number from 0 to 4294967295." });
  return seed;
}

function keepOf({ keep, previous }: PlanFlags): number | undefined {
  if (keep === undefined) return undefined;
  const count = Number(keep);
  if (previous === undefined || !Number.isInteger(count) || count < 0)
    refuse("command.usage", { reason: "--keep is a number of tranches of the plan given by --previous." });
  return count;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400))
    refuse("command.usage", { reason: "--seconds is a number above 0, up to 86400." });
  return seconds;
}

// The side to which an office's persons return; an office of no party sees the whole plan.
function sideOf(office: string | undefined): Side | undefined {
  if (office === undefined || office === "host" || office === "operator") return undefined;
  const side = /^(?:party|exchange)-([ab])$/.exec(office)?.[1];
  if (side === "a" || side === "b") return side;
  return refuse("command.usage", {
    reason: "A plan is seen by --as party-a, party-b, exchange-a, exchange-b, host or operator.",
  });
}
