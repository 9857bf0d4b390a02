import { officeName, sayPurpose, sayRecord, sayWord } from "#i18n";
import { type ActId, epochMs, identificationView, isWithheld, known, type Room, samplesOf } from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { isForensicDesk, ownForensicRoom } from "./query.ts";

type ConsentLine = {
  readonly id: string;
  readonly purpose: string;
  readonly stands: boolean;
  readonly at: number;
  readonly takenBy: string;
  /** There while the consent stands. */
  readonly words: string | undefined;
};

export type SampleLine = {
  readonly sample: number;
  readonly relation: string;
  readonly isClose: boolean;
  readonly mayBeCompared: boolean;
  readonly consents: readonly ConsentLine[];
};

export type SoughtModel = {
  readonly id: string;
  readonly person: number;
  readonly by: string;
  readonly record: string | undefined;
  readonly said: Said;
  readonly identifications: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly number: string;
    readonly by: string;
    readonly level: string;
    readonly status: string;
  }[];
  /** Of this side's families alone; undefined at every desk but its own forensic office's. */
  readonly samples: readonly SampleLine[] | undefined;
  readonly nextSample: number;
  readonly ownRoom: Room | undefined;
  readonly choices: Choices;
};

/** One person who is sought; null where this desk reads of none. */
export const sought: Query<{ readonly id: string }, SoughtModel | null> = (at, args) => {
  const { state, t } = at;
  const found = state.forensic.persons.get(args.id as ActId); // any text is looked up
  if (!found || !isForensicDesk(at)) return null;
  const entry = known(state, found.id, "forensic.person_entered");
  const { payload, by } = entry.act;
  const ownRoom = ownForensicRoom(at);
  const all = [...state.forensic.persons.values()].flatMap((one) => samplesOf(state, one));
  return {
    id: found.id,
    person: payload.person,
    by: officeName(t, state, by.office),
    record: payload.record && sayRecord(t, state, payload.record),
    said: saidOf(at, entry),
    identifications: found.identifications.flatMap((id) => {
      const one = state.forensic.identifications.get(id);
      if (!one) return [];
      const { stated, status } = identificationView(state, one);
      const { act } = stated;
      return [
        {
          id,
          caseId: act.payload.case,
          number: known(state, act.payload.case, "forensic.case_opened").act.payload.number,
          by: officeName(t, state, act.by.office),
          level: sayWord(t, act.payload.level),
          status: sayWord(t, status === "revoked" ? "revoked" : `identification_${status}`),
        },
      ];
    }),
    samples: ownRoom && samplesOf(state, found).map((one) => sampleLine(at, one)),
    nextSample: Math.max(0, ...all.map(({ sample }) => sample)) + 1,
    ownRoom,
    choices: choicesOf(at),
  };
};

function sampleLine(at: At, sample: ReturnType<typeof samplesOf>[number]): SampleLine {
  const { state, t } = at;
  return {
    sample: sample.sample,
    relation: sayWord(t, sample.relation),
    isClose: sample.isClose,
    mayBeCompared: sample.mayBeCompared,
    consents: sample.purposes.map(({ id, purpose, stands }) => {
      const { act } = known(state, id, "forensic.sample_consented");
      return {
        id,
        purpose: sayPurpose(t, purpose),
        stands,
        at: epochMs(act.payload.at),
        takenBy: sayWord(t, act.payload.takenBy),
        words: isWithheld(state, act) ? undefined : act.payload.words,
      };
    }),
  };
}
