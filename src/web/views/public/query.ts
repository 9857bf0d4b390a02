import { officeName, roomName, sayMatter, sayOwed } from "#i18n";
import {
  type Act,
  canonicalBytes,
  dueMs,
  entryOf,
  epochMs,
  type Happened,
  happenedMs,
  known,
  type Office,
  owed,
  partyOrder,
  processOf,
  readableRooms,
  rooms,
  seatedNow,
} from "#record";
import { fingerprintOf } from "#replica";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { type Handover, handoversOf } from "../claims/handovers.ts";
import { totalsOf } from "../claims/totals.ts";

/** Something that was lately said in public. */
export type Lately = {
  readonly id: string;
  readonly href: string;
  readonly what: "statement" | "readout";
  readonly speaker: string;
  readonly capacity: string;
  readonly words: string;
  readonly isCut: boolean;
  readonly language: string;
  readonly on: When;
};

/** One handover in short: each side's own count in words, or that it gave none. */
export type ShortHandover = Pick<Handover, "id" | "on" | "from" | "to" | "differs"> & {
  readonly given: string | undefined;
  readonly received: string | undefined;
};

/** The latest total of each who gave one, for one direction. */
type ShortTotals = {
  readonly from: string;
  readonly to: string;
  readonly tellers: readonly {
    readonly teller: string;
    readonly id: string;
    readonly words: string;
    readonly asOf: When | undefined;
  }[];
};

/** A day that is still to come. */
type Coming = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly by: string;
  readonly on: When;
};

type Unsaid = {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
};

export type PublicModel = {
  readonly title: string;
  readonly host: string;
  readonly parties: readonly string[];
  /** Who else holds a seat, by name. */
  readonly others: readonly string[];
  /** Epoch ms: when the founding act was signed. */
  readonly foundedAt: number;
  readonly fingerprint: string;
  readonly lately: readonly Lately[];
  readonly handovers: readonly ShortHandover[];
  readonly totals: readonly ShortTotals[];
  readonly coming: readonly Coming[];
  readonly unsaid: readonly Unsaid[];
  readonly moreUnsaid: number;
  readonly shownRooms: readonly string[];
  readonly closedRooms: readonly string[];
};

const listed = { lately: 5, handovers: 6, unsaid: 4 } as const;
const longest = 420;
const everything = { matter: "all", agreement: "all" } as const;

/** What a reader without sign-in meets first; made of what the public reads and nothing else. */
export const publicHome: Query<undefined, PublicModel | undefined> = (at) => {
  const { state, t } = at;
  const founding = processOf(state);
  const opened = state.people.opened && entryOf(state, state.people.opened, "process.opened");
  if (!founding || !opened) return undefined;
  const unsaid = unsaidIn(at);
  const readable = readableRooms("public");
  return {
    title: founding.title[t.language],
    host: officeName(t, state, "host"),
    parties: inPartyOrder(at, 0).map((party) => officeName(t, state, party)),
    others: othersSeated(at),
    foundedAt: epochMs(opened.act.saidAt),
    fingerprint: fingerprintOf(canonicalBytes(opened.act)),
    lately: latelyIn(at),
    handovers: handoversOf(at, everything).slice(0, listed.handovers).map(shortOf),
    totals: totalsOf(at, everything).map(({ from, to, tellers }) => ({
      from,
      to,
      tellers: tellers.flatMap(({ teller, figures }) => {
        const last = figures.at(-1);
        return last ? [{ teller, id: last.id, words: last.words, asOf: last.asOf }] : [];
      }),
    })),
    coming: comingIn(at),
    unsaid: unsaid.slice(0, listed.unsaid),
    moreUnsaid: Math.max(0, unsaid.length - listed.unsaid),
    shownRooms: readable.map((room) => roomName(t, state, room)),
    closedRooms: rooms.filter((room) => !readable.includes(room)).map((room) => roomName(t, state, room)),
  };
};

function othersSeated(at: At): readonly string[] {
  const { state, t } = at;
  const seated = new Set<Office>(seatedNow(state.people).map((seat) => seat.office));
  for (const known of ["host", ...inPartyOrder(at, 0)] as const) seated.delete(known);
  const order = partyOrder(state);
  return [...seated]
    .toSorted((one, other) => order(one, 0) - order(other, 0))
    .map((office) => officeName(t, state, office));
}

function latelyIn({ state }: At): readonly Lately[] {
  const statements = [...state.statements.keys()].map((id) => {
    const { act } = known(state, id, "statement.captured");
    return saidOf(act, act.payload.verbatim, `/statements/${id}`, "statement");
  });
  const readouts = [...state.talks.rounds.values()].flatMap((round) =>
    round.readouts.map((id) => {
      const { act } = known(state, id, "readout.given");
      return saidOf(act, act.payload.text, `/talks/${round.id}`, "readout");
    }),
  );
  return [...statements, ...readouts]
    .toSorted((one, other) => other.at - one.at)
    .slice(0, listed.lately)
    .map(({ at: _, ...said }) => said);
}

function saidOf(
  act: Act<"statement.captured" | "readout.given">,
  text: string,
  href: string,
  what: Lately["what"],
): Lately & { readonly at: number } {
  const { speaker, language } = act.payload;
  const on = act.happenedAt ?? act.saidAt;
  return {
    id: act.id,
    href,
    what,
    speaker: speaker.name,
    capacity: speaker.capacity,
    words: text.slice(0, longest),
    isCut: text.length > longest,
    language,
    on: whenOf(on),
    at: happenedMs(on),
  };
}

function shortOf({ id, on, from, to, differs, given, received }: Handover): ShortHandover {
  return { id, on, from, to, differs, given: given.at(-1)?.words, received: received.at(-1)?.words };
}

// Rounds and truces with a time that is still to come, as far as they are read here.
function comingIn({ state, t, now }: At): readonly Coming[] {
  const rounds = [...state.talks.rounds.keys()].map((id) => {
    const { act } = known(state, id, "round.proposed");
    return { act, title: act.payload.title, on: act.payload.on as Happened, href: `/talks/${id}` }; // an instant or a day
  });
  const truces = [...state.truces.declarations.keys()].map((id) => {
    const { act } = known(state, id, "truce.declared");
    return { act, title: act.payload.title, on: act.payload.window, href: `/record/${id}` };
  });
  return [...rounds, ...truces]
    .filter(({ on }) => endOf(on) > now)
    .toSorted((one, other) => happenedMs(one.on) - happenedMs(other.on))
    .map(({ act, title, on, href }) => ({
      id: act.id,
      href,
      title,
      by: officeName(t, state, act.by.office),
      on: whenOf(on),
    }));
}

function endOf(on: Happened): number {
  return dueMs(typeof on === "string" ? on : on.to);
}

// What is still unsaid, the latest matter first; nobody's are counted.
function unsaidIn({ state, t, now }: At): readonly Unsaid[] {
  const matters = [...Map.groupBy(owed(state, now), (one) => one.subject).values()];
  return matters.toReversed().flatMap((matter): readonly Unsaid[] => {
    const [first] = matter;
    if (!first) return [];
    const words = matter.map((one) => `${officeName(t, state, one.by)}: ${sayOwed(t, one).what}`);
    return [{ id: first.subject, title: sayMatter(t, state, first), words }];
  });
}
