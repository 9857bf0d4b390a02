import { canonicalBytes } from "../act/bytes.ts";
import type { communiqueActs } from "../communiques/acts.ts";
import { known } from "../fold/state.ts";
import { instantOf, keyOf, said } from "./builders.ts";
import { anyOf, chance, maybe, type Payloads } from "./context.ts";

const versions = [
  { language: "en", title: "Joint statement", text: "The parties met." },
  { language: "tr", title: "Ortak açıklama", text: "Taraflar bir araya geldi." },
];

export const communiquePayloads: Payloads<keyof typeof communiqueActs> = {
  "communique.tabled": ({ state, now, random }) => ({
    versions: versions.slice(0, chance(random, 0.8) ? 1 : 2),
    ...maybe("releaseAt", chance(random, 0.4) ? instantOf(now + 3_600_000 * random.below(6)) : undefined),
    ...maybe("replaces", chance(random, 0.2) ? anyOf(random, state.communiques.tabled.keys()) : undefined),
  }),
  "communique.answered": ({ state, random }) => {
    const communique = anyOf(random, state.communiques.tabled.keys());
    const language = chance(random, 0.7) ? "en" : "tr";
    const answer = chance(random, 0.95) ? "cleared_for_release" : "not_cleared_for_release";
    return communique && { communique, language, answer };
  },
  // Bytes are not swapped with the parties: only the host's hold a release here.
  "communique.release_deposited": ({ state, by, now, random }) => {
    const communique = anyOf(random, state.communiques.tabled.keys());
    if (communique === undefined) return undefined;
    const { versions: cleared, releaseAt } = known(state, communique, "communique.tabled").act.payload;
    const payload = { communique, versions: cleared };
    const saidAt = releaseAt ?? instantOf(now);
    const release = said(
      { now, ids: random },
      { kind: "communique.released", by: "host", room: "public", payload, saidAt },
    );
    const act = Buffer.from(canonicalBytes(release)).toString("base64");
    const signature = Buffer.alloc(64).toString("base64");
    return { communique, act: by === "host" ? act : "AAAA", key: keyOf(random), signature };
  },
  "communique.released": ({ state, random }) => {
    const communique = anyOf(random, state.communiques.tabled.keys());
    if (communique === undefined) return undefined;
    const cleared = known(state, communique, "communique.tabled").act.payload.versions;
    return { communique, versions: chance(random, 0.9) ? cleared : versions.slice(1) };
  },
};
