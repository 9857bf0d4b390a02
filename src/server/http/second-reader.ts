import { refuse } from "#base";
import { type Office, processOf, refusedBy, type State } from "#record";
import { askSecond, nameOf } from "#second-reader";
import { refuseBusy } from "./guard.ts";
import type { Handlers } from "./host.ts";

/** A second reading where the host has one on; the text is passed on and not kept. */
export const secondReaderHandlers: Pick<Handlers, "readSecondReader" | "askSecondReader"> = {
  async readSecondReader({ secondReader }, { office }) {
    return { to: secondReader && mayRead(office) ? nameOf(secondReader) : null };
  },

  async askSecondReader({ secondReader, registry, limits, now }, { office, token, bytes }) {
    refuseBusy(limits.acts, token ?? "", now());
    if (!secondReader || !mayRead(office)) return refuse("second_reader.off", {});
    return askSecond(textIn(bytes), { parties: partiesIn(registry.state("public")) }, secondReader);
  },
};

/** Offices that note what reports say. */
function mayRead(office: Office): boolean {
  return office !== "public" && refusedBy(office, "report.entry_noted", "public") === undefined;
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("reader.not_text", { path: "-", reason: "it is not written in UTF-8." });
  }
}

// By the names that the founding act gives them; their ids are the offices.
function partiesIn(state: State) {
  const founding = processOf(state);
  if (!founding) return [];
  const { host, parties } = founding;
  const named = { "party-a": parties.a, "party-b": parties.b, host };
  return Object.entries(named).map(([id, { label }]) => ({
    id,
    name: label.en,
    aliases: [...new Set(Object.values(label))],
  }));
}
