import { refuse } from "#base";
import { families, generateCase } from "#exchange";
import { translator } from "#i18n";
import type { Common } from "../context.ts";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { seedOf, writeOut } from "./plan.ts";

export type GenerateFlags = Common & {
  readonly family?: string;
  readonly seed?: string;
  readonly sites?: boolean;
  readonly out?: string;
};

/** `parley exchange generate --family F1`: an invented case; no person in it exists. */
export async function exchangeGenerateCommand(options: GenerateFlags): Promise<void> {
  const family = families.find((one) => one === options.family);
  if (!family) return refuse("command.usage", { reason: `--family is one of ${families.join(", ")}.` });
  const given = generateCase(family, { seed: seedOf(options.seed), sites: options.sites ?? false });
  if (options.out === undefined) {
    process.stdout.write(`${JSON.stringify(given)}\n`);
    return;
  }
  await writeOut(options.out, given);
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  out.data({ path: options.out, family, persons: given.persons.length, tranches: given.tranches.length });
  out.line(
    t("exchange.generated", { family, persons: given.persons.length, tranches: given.tranches.length }),
  );
  out.line(t("exchange.written", { path: options.out }));
}
