import { canonicalBytes } from "../act/bytes.ts";
import type { communiqueActs } from "../communiques/acts.ts";
import { openClearances } from "../communiques/view.ts";
import { known, type State } from "../fold/state.ts";
import { instantOf, keyOf, said } from "./builders.ts";
import { anyOf, chance, maybe, type Payloads } from "./context.ts";

const versions = [
  { language: "en", title: "Joint statement", text: "The parties met." },
  { language: "tr", title: "Ortak açıklama", text: "Taraflar bir araya geldi." },
];

const standing = ({ communiques: { tabled, released } }: State) =>
  [...tabled.values()].filter(({ id, replacedBy }) => replacedBy === undefined && !released.has(id));

export const communiquePayloads: Payloads<keyof typeof communiqueActs> = {
  "communique.tabled": ({ state, now, random }) =>
    chance(random, 0.7) && standing(state).length > 0
      ? undefined
      : {
          versions: versions.slice(0, chance(random, 0.8) ? 1 : 2),
          ...maybe(
            "releaseAt",
            chance(random, 0.4) ? instantOf(now + 3_600_000 * random.pick([0, 1, 3, 40, 80])) : undefined,
          ),
          ...maybe(
            "replaces",
            chance(random, 0.2) ? anyOf(random, state.communiques.tabled.keys()) : undefined,
          ),
        },
  "communique.answered": ({ state, by, random }) => {
    const lacking = standing(state).flatMap((one) =>
      openClearances(state, one).flatMap(({ by: who, language }) =>
        who === by ? [{ communique: one.id, language }] : [],
      ),
    );
    const communique = anyOf(random, state.communiques.tabled.keys());
    if (communique === undefined) return undefined;
    const other = { communique, language: chance(random, 0.7) ? "en" : "tr" };
    const answer = chance(random, 0.95) ? "cleared_for_release" : "not_cleared_for_release";
    return { ...((chance(random, 0.8) ? anyOf(random, lacking) : undefined) ?? other), answer };
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
