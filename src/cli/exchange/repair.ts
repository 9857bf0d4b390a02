import { performance } from "node:perf_hooks";
import { refuse } from "#base";
import { check, openLineDay } from "#exchange";
import { translator } from "#i18n";
import type { Common } from "../context.ts";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { writeOut } from "./plan.ts";
import { inputOf, readCase, readPlan } from "./read-files.ts";
import { sayBlocks } from "./say-plan.ts";

export type RepairFlags = Common & {
  readonly tranche?: string;
  readonly absent?: readonly string[];
  readonly passed?: readonly string[];
  readonly out?: string;
};

/**
 * `parley exchange repair CASE PLAN --absent CODE...`: who goes instead of those who do not come today, and the order of
 * passing from now on. Without --absent, those of the case's drill.
 */
export async function exchangeRepairCommand(
  path: string,
  planPath: string,
  options: RepairFlags,
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const given = readCase(path, await inputOf(path));
  const plan = readPlan(planPath);
  const tranche = Number(options.tranche ?? given.drill?.tranche ?? 1);
  const today = plan.tranches.find((one) => one.tranche === tranche);
  if (!today || !given.tranches[tranche - 1])
    return refuse("command.usage", { reason: "--tranche is the number of a tranche of the plan." });
  const goes = new Set([...today.a, ...today.b]);
  const missing = options.absent ?? given.drill?.absent ?? [];
  const startedAt = performance.now();
  const day = openLineDay(given, plan.tranches, tranche, {
    passed: options.passed ?? [],
    unavailable: missing.filter((code) => !goes.has(code)),
    seed: plan.seed,
  });
  for (const code of missing) if (goes.has(code)) day.strike(code);
  const repaired = day.repaired();
  const milliseconds = performance.now() - startedAt;
  const tranches = plan.tranches.map((one) =>
    one.tranche === tranche ? { ...one, a: repaired.a, b: repaired.b, blocks: repaired.blocks } : one,
  );
  const { violations } = check(given, tranches);
  const answer = {
    format: "parley-exchange-plan/1",
    seed: plan.seed,
    tranches,
    repair: { ...repaired, milliseconds, violations },
  };
  if (options.out !== undefined) await writeOut(options.out, answer);
  out.data(answer);
  out.line(t("exchange.repaired", { tranche, absent: repaired.substitutions.length }));
  for (const { absent, instead, waiting } of repaired.substitutions) {
    if (instead) out.line(`  ${t("exchange.repair.instead", { absent, instead })}`);
    else out.line(`  ${t("exchange.repair.nobody", { absent })}`);
    for (const one of waiting) out.line(`    ${t("exchange.repair.waits", { person: one })}`);
  }
  sayBlocks(out, t, repaired.blocks);
  for (const { constraint, where } of violations) out.line(t("exchange.repair.owed", { constraint, where }));
  if (options.out !== undefined) out.line(t("exchange.written", { path: options.out }));
}
