import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { communiqueActs } from "./acts.ts";

/** One joint text on the table, and by language each office's latest answer. */
export type Communique = {
  readonly id: ActId;
  readonly answers: Map<string, Map<Office, ActId>>;
  /** Releases that each office has signed ahead; its latest counts. */
  readonly deposits: Map<Office, ActId>;
  replacedBy: ActId | undefined;
};

export type CommuniquesState = {
  readonly tabled: Map<ActId, Communique>;
  /** The first release of each text. Who has not read what was tabled reads this alone. */
  readonly released: Map<ActId, ActId>;
};

export function emptyCommuniques(): CommuniquesState {
  return { tabled: new Map(), released: new Map() };
}

export const communiqueHandlers: Handlers<keyof typeof communiqueActs> = {
  "communique.tabled": ({ communiques }, { act }) => {
    const { replaces } = act.payload;
    if (replaces !== undefined) {
      const earlier = communiques.tabled.get(replaces);
      if (!earlier) return replaces;
      earlier.replacedBy ??= act.id;
    }
    communiques.tabled.set(act.id, {
      id: act.id,
      answers: new Map(),
      deposits: new Map(),
      replacedBy: undefined,
    });
    return undefined;
  },
  "communique.answered": ({ communiques }, { act }) => {
    const { communique, language } = act.payload;
    const tabled = communiques.tabled.get(communique);
    if (!tabled) return communique;
    const said = tabled.answers.get(language) ?? new Map<Office, ActId>();
    tabled.answers.set(language, said.set(act.by.office, act.id));
    return undefined;
  },
  "communique.release_deposited": ({ communiques }, { act }) => {
    const tabled = communiques.tabled.get(act.payload.communique);
    if (!tabled) return act.payload.communique;
    tabled.deposits.set(act.by.office, act.id);
    return undefined;
  },
  "communique.released": ({ communiques }, { act }) => {
    const { communique } = act.payload;
    if (!communiques.released.has(communique)) communiques.released.set(communique, act.id);
    return undefined;
  },
};
