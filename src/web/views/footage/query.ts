import { officeName } from "#i18n";
import {
  type ActId,
  type CoverPlan,
  consentTo,
  type Footage,
  type FootageGate,
  footageGate,
  footageStatuses,
  heardWays,
  isRecalled,
  known,
  type Office,
  type PayloadOf,
  type Room,
  refusedBy,
  type SealedFile,
  seenWays,
  sideOf,
} from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";

export type PersonModel = {
  readonly person: number;
  readonly marked: PayloadOf<"footage.person_marked">;
  readonly held: PayloadOf<"footage.held_checked"> | undefined;
  readonly heldAt: number | undefined;
  readonly consents: boolean;
};

export type MadeModel = {
  readonly id: ActId;
  readonly made: SealedFile;
  readonly cover: CoverPlan;
  readonly said: Said;
  readonly gate: FootageGate;
  /** The reason of the interest that two have signed, where it is the ground. */
  readonly reason: string | undefined;
  readonly isOut: boolean;
};

export type FootageModel = {
  readonly id: ActId;
  readonly title: string;
  readonly source: string;
  readonly original: SealedFile;
  readonly credentials: PayloadOf<"footage.registered">["credentials"];
  readonly said: Said;
  readonly persons: readonly PersonModel[];
  readonly isViewed: boolean;
  readonly files: readonly MadeModel[];
  readonly interests: readonly {
    readonly id: ActId;
    readonly persons: readonly number[];
    readonly reason: string;
    readonly by: string;
    readonly isSigned: boolean;
    readonly maySign: boolean;
  }[];
};

export type ReleaseModel = {
  readonly id: ActId;
  readonly by: string;
  readonly said: Said;
  readonly payload: PayloadOf<"footage.released">;
  readonly isRecalled: boolean;
  readonly mayRecall: boolean;
};

export type Choices = {
  readonly statuses: typeof footageStatuses;
  readonly seen: typeof seenWays;
  readonly heard: typeof heardWays;
};

export type FootagesModel = {
  /** The press room that this desk works in; undefined at every other desk. */
  readonly room: Room | undefined;
  readonly may: { readonly [K in "mark" | "check" | "ask" | "state"]: boolean };
  /** What can be chosen: the page itself holds no schemas. */
  readonly choices: Choices;
  readonly all: readonly FootageModel[];
  readonly released: readonly ReleaseModel[];
};

/** What stands in the office's own press room, and what either side has released, the latest first. */
export const footages: Query<undefined, FootagesModel> = (at) => {
  const { state, office } = at;
  const room = pressRoom(office);
  const may = (
    kind: "footage.registered" | "footage.held_checked" | "footage.consent_given" | "footage.interest_stated",
  ) => room !== undefined && refusedBy(office, kind, room) === undefined;
  return {
    room,
    may: {
      mark: may("footage.registered"),
      check: may("footage.held_checked"),
      ask: may("footage.consent_given"),
      state: may("footage.interest_stated"),
    },
    choices: { statuses: footageStatuses, seen: seenWays, heard: heardWays },
    all: [...state.footage.registered.values()].map((one) => footageModel(at, one)).toReversed(),
    released: [...state.footage.released.keys()].map((id) => releaseModel(at, id)).toReversed(),
  };
};

function pressRoom(office: Office): Room | undefined {
  const side = sideOf(office);
  const room: Room | undefined = side && `press-${side}`;
  return room && refusedBy(office, "paper.sealed", room) === undefined ? room : undefined;
}

function footageModel(at: At, one: Footage): FootageModel {
  const { state, now } = at;
  const entry = known(state, one.id, "footage.registered");
  const { title, source, original, credentials } = entry.act.payload;
  const viewed = one.viewed && known(state, one.viewed, "footage.viewed").act.payload.persons;
  return {
    id: one.id,
    title,
    source,
    original,
    credentials,
    said: saidOf(at, entry),
    persons: [...one.persons].map(([person, id]) => {
      const held = one.held.get(person);
      const word = held && known(state, held, "footage.held_checked");
      return {
        person,
        marked: known(state, id, "footage.person_marked").act.payload,
        held: word?.act.payload,
        heldAt: word?.receivedAt,
        consents: consentTo(state, one, person) !== undefined,
      };
    }),
    isViewed: viewed === one.persons.size,
    files: one.redactions
      .map((id): MadeModel => {
        const made = known(state, id, "footage.redacted");
        const { payload } = made.act;
        const gate = footageGate(state, one, payload, now);
        return {
          id,
          made: payload.made,
          cover: payload.cover,
          said: saidOf(at, made),
          gate,
          reason: gate.ground === "public_interest" ? reasonIn(at, one) : undefined,
          isOut: [...state.footage.released.keys()].some(
            (release) =>
              !isRecalled(state, release) &&
              known(state, release, "footage.released").act.payload.file.digest === payload.made.sha256,
          ),
        };
      })
      .toReversed(),
    interests: one.interests.map((id) => {
      const { by, payload } = known(state, id, "footage.interest_stated").act;
      const isSigned = state.footage.interests.get(id)?.signedBy !== undefined;
      return {
        id,
        persons: payload.persons,
        reason: payload.reason,
        by: officeName(at.t, state, by.office),
        isSigned,
        maySign:
          !isSigned &&
          by.office !== at.office &&
          by.member !== at.replica.device?.member &&
          !at.office.startsWith("reception-"),
      };
    }),
  };
}

function reasonIn({ state }: At, one: Footage): string | undefined {
  const signed = one.interests.filter((id) => state.footage.interests.get(id)?.signedBy !== undefined);
  return signed
    .map((id) => known(state, id, "footage.interest_stated").act.payload.reason)
    .join("\n")
    .slice(0, 4_000);
}

function releaseModel(at: At, id: ActId): ReleaseModel {
  const { state, t, office } = at;
  const entry = known(state, id, "footage.released");
  const recalled = isRecalled(state, id);
  return {
    id,
    by: officeName(t, state, entry.act.by.office),
    said: saidOf(at, entry),
    payload: entry.act.payload,
    isRecalled: recalled,
    mayRecall:
      !recalled &&
      sideOf(office) === sideOf(entry.act.by.office) &&
      refusedBy(office, "footage.recalled", "public") === undefined,
  };
}
