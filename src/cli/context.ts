import { refuse } from "#base";
import { officeName, type Translate, translator } from "#i18n";
import { loadScreens, type Say } from "#i18n/screens";
import { epochMs, type Office, processOf, type State } from "#record";
import type { Reading } from "#replica";
import { type Copy, officeFor, openCopy, readCopy } from "./copy.ts";
import { languageOf } from "./language.ts";
import { type Output, standardOutput } from "./output.ts";

/** Options that every command has. */
export type Common = {
  readonly as?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly key?: readonly string[];
  readonly at?: string;
};

/** A command that shows what an office sees: the state, the words, and the time for which it is shown. */
export type Shown = {
  readonly copy: Copy;
  readonly office: Office;
  readonly reading: Reading;
  readonly state: State;
  readonly t: Translate;
  /** The words of the screens, in the same language. */
  readonly say: Say;
  readonly now: number;
  readonly out: Output;
};

/** Opens a folder as an office, runs the command, and lets go of the folder. */
export async function shown(
  path: string,
  options: Common,
  run: (it: Shown) => Promise<void> | void,
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const now = timeOf(options.at);
  const copy = await openCopy(path);
  try {
    const reader = officeFor(copy, options.as);
    const reading = await readCopy(copy, reader, options.key ?? [], now);
    if (options.at !== undefined && !processOf(reading.state))
      refuse("command.usage", { reason: `The record begins later than ${new Date(now).toISOString()}.` });
    const say = await loadScreens(t.language);
    await run({ copy, office: reader, reading, state: reading.state, t, say, now, out });
  } finally {
    await copy.source.close();
  }
}

function timeOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const at = epochMs(text);
  if (Number.isNaN(at))
    refuse("command.usage", { reason: `"${text}" is no time. Write 2025-07-24T12:00:00Z or 2025-07-24.` });
  return at;
}

/** The lines above every view: the process, whose view it is, and what a demonstration is. */
export function heading({ state, office, t, out, reading }: Shown, title: string): void {
  const process = processOf(state);
  const whose = t("seen_as", {
    office: office === "public" ? t("office.public") : officeName(t, state, office),
  });
  out.line(`${title} · ${process?.title[t.language] ?? ""} · ${whose} (${office})`);
  if (process?.demonstration) out.line(t("demonstration"));
  if (reading.closed > 0) out.line(t("show.closed", { n: reading.closed }));
  out.line();
}
