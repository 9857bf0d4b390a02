import { officeName, sayWord } from "#i18n";
import { type ActId, checkOf, custodyOf, epochMs, holderOf, isSafe, known, nextFor } from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { belongingWord, codeOf, isForensicDesk, type NextShown, nextShown } from "./query.ts";

export type CustodyLine = {
  readonly given: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  /** Epoch ms. */
  readonly givenAt: number;
  readonly givenSeals: string;
  readonly taken: { readonly id: string; readonly at: number; readonly seals: string } | undefined;
  readonly gaps: readonly string[];
};

type PacketLine = {
  readonly id: string;
  readonly packet: string;
  readonly seal: string;
  readonly disc: string;
  readonly at: number;
  readonly by: string;
  readonly isComplete: boolean;
  readonly items: readonly { readonly count: number; readonly what: string }[];
};

export type ContainerModel = {
  readonly id: string;
  readonly code: string;
  readonly tag: string;
  readonly at: number;
  readonly where: string;
  readonly by: string;
  readonly holds: string;
  readonly commingled: string;
  readonly seals: readonly string[];
  /** The seal numbers that were read last. */
  readonly lastSeals: readonly string[];
  readonly photo: string | undefined;
  readonly belongs: string;
  readonly words: string | undefined;
  readonly said: Said;
  readonly check: string | undefined;
  readonly holder: string;
  readonly next: NextShown | undefined;
  readonly custody: readonly CustodyLine[];
  readonly packets: readonly PacketLine[];
  readonly cases: readonly { readonly id: string; readonly number: string; readonly by: string }[];
  /** What this office can say of it now. */
  readonly may: {
    readonly check: boolean;
    readonly give: boolean;
    /** The handing on that waits for this office's word. */
    readonly take: string | undefined;
    readonly hold: boolean;
  };
  readonly choices: Choices;
};

/** One container; null where this desk reads of none. */
export const container: Query<{ readonly id: string }, ContainerModel | null> = (at, args) => {
  const { state, t, office } = at;
  const found = state.forensic.containers.get(args.id as ActId); // any text is looked up
  if (!found || !isForensicDesk(at)) return null;
  const entry = known(state, found.id, "forensic.container_recorded");
  const { payload } = entry.act;
  const links = custodyOf(state, found);
  const last = links.at(-1);
  const holder = holderOf(state, found);
  const check = checkOf(state, found);
  const isWaiting = last !== undefined && last.taken === undefined;
  return {
    id: found.id,
    code: codeOf(at, found.id),
    tag: payload.tag,
    at: epochMs(payload.at),
    where: payload.where,
    by: payload.by,
    holds: sayWord(t, payload.holds),
    commingled: sayWord(t, payload.commingled),
    seals: payload.seals,
    lastSeals: (last?.taken ?? last?.given)?.act.payload.numbers ?? payload.seals,
    photo: payload.photo?.digest,
    belongs: belongingWord(at, payload.belongs),
    words: payload.words,
    said: saidOf(at, entry),
    check: check && sayWord(t, check),
    holder: officeName(t, state, holder),
    next: nextShown(at, nextFor(state, found)),
    custody: links.map(({ from, to, given, taken, gaps }) => ({
      given: given.act.id,
      from: officeName(t, state, from),
      to: officeName(t, state, to),
      place: given.act.payload.place,
      givenAt: epochMs(given.act.payload.at),
      givenSeals: sealWords(at, given.act.payload),
      taken: taken && {
        id: taken.act.id,
        at: epochMs(taken.act.payload.at),
        seals: sealWords(at, taken.act.payload),
      },
      gaps: gaps.map((gap) => sayWord(t, `gap_${gap}`)),
    })),
    packets: found.packets.map((id) => {
      const { act } = known(state, id, "forensic.effects_packed");
      const { packet, seal, disc, at: when, items, complete } = act.payload;
      const by = officeName(t, state, act.by.office);
      return {
        id,
        packet,
        seal,
        disc: sayWord(t, disc),
        at: epochMs(when),
        by,
        isComplete: complete,
        items,
      };
    }),
    cases: [...new Set(found.cases)].map((id) => {
      const { by, payload: opened } = known(state, id, "forensic.case_opened").act;
      return { id, number: opened.number, by: officeName(t, state, by.office) };
    }),
    may: {
      check: holder === office && !isSafe(state, found),
      give: holder === office && isSafe(state, found) && !isWaiting,
      take: isWaiting && last.to === office ? last.given.act.id : undefined,
      hold: holder === office,
    },
    choices: choicesOf(at),
  };
};

function sealWords(
  { t }: At,
  { seals, numbers }: { readonly seals: string; readonly numbers: readonly string[] },
): string {
  return [sayWord(t, seals), ...numbers].join(", ");
}
