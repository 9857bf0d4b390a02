import type { Client } from "#api";
import { translator } from "#i18n";
import type { Language } from "#i18n/screens";
import type { Replica } from "#replica";
import type { Desk } from "../desk/desk.ts";
import type { At } from "../desk/query.ts";

/** What a desk answers its questions from, over a replica, at the replica's own time. */
export function atOf(replica: Replica, now: number, language: Language = "en"): At {
  const { state, office } = replica;
  return {
    replica,
    state,
    office,
    now,
    t: translator(language),
    contents: { of: () => ({ is: "absent" }) },
    since: undefined,
  };
}

/** A desk over a replica, as its actions see it; without the page's thread around it. */
export function deskOver(
  replica: Replica,
  client: Client,
  now: () => number,
  language: Language = "en",
): Desk {
  const desk = {
    at: () => atOf(replica, now(), language),
    replica: () => replica,
    previews: new Map(),
    client,
    t: translator(language),
  };
  return desk as unknown as Desk; // what the actions ask of it
}

/** Long work that nobody stops. */
export const idle = { signal: new AbortController().signal, onProgress: () => {} };
