import { refuse } from "#base";
import { type Language, languages } from "#i18n";

/** The language that a flag names; English where there is none. */
export function languageOf(text = "en"): Language {
  const found = languages.find((one) => one === text);
  return (
    found ??
    refuse("command.usage", {
      reason: `"${text}" is no language of Parley. Languages: ${languages.join(", ")}.`,
    })
  );
}

/** The language of refusals, which may come before the options are read; English where none that is known is asked for. */
export function languageAsked(flags: readonly string[]): Language {
  const asked = flags.flatMap((one, i) =>
    one === "--lang" ? (flags[i + 1] ?? []) : (one.match(/^--lang=(.*)$/)?.[1] ?? []),
  );
  return languages.find((one) => one === asked.at(-1)) ?? "en";
}
