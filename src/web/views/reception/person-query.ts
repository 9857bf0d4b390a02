import { sayPurpose, sayWord } from "#i18n";
import {
  type ActId,
  consentStatus,
  entryOf,
  epochMs,
  type FamilyExtract,
  familyExtract,
  isWithheld,
  known,
  pathwayOf,
  type Return,
  type Room,
  returnCodes,
  type StepStatus,
  type StepView,
  standingConsent,
} from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { receptionRoom } from "./query.ts";

export type StepLine = {
  readonly step: StepView["step"];
  readonly word: string;
  readonly status: StepStatus;
  readonly statusWord: string;
  /** Epoch ms. */
  readonly opens: number;
  readonly due: number;
  readonly said: Said | undefined;
  readonly at: number | undefined;
  readonly words: string | undefined;
  /** There is still something to say of it. */
  readonly isOpen: boolean;
};

export type ConsentLine = {
  readonly purpose: string;
  readonly word: string;
  readonly status: "not_asked" | "stands" | "withdrawn" | "not_free";
  /** The latest consent to this; its words are there while it stands. */
  readonly latest:
    | {
        readonly id: string;
        readonly said: Said;
        readonly at: number;
        readonly takenBy: string;
        readonly again: boolean;
        readonly words: string | undefined;
        readonly shares: readonly string[];
        readonly reach: string | undefined;
        readonly withdrawn: number | undefined;
      }
    | undefined;
};

export type ExaminedLine = {
  readonly id: string;
  readonly said: Said;
  readonly at: number;
  readonly examiner: string;
  readonly consistency: string;
  /** Of a finding: where, what kind, in the person's words, what was found. Of an opinion its words alone. */
  readonly site: string | undefined;
  readonly kind: string | undefined;
  readonly account: string | undefined;
  readonly words: string;
  readonly inPrivate: boolean | undefined;
};

export type PersonModel = {
  readonly id: string;
  readonly room: Room;
  readonly person: number;
  readonly condition: string;
  readonly received: number;
  readonly wristband: string | undefined;
  readonly record: { readonly list: string; readonly line: number } | undefined;
  readonly said: Said;
  readonly steps: readonly StepLine[];
  readonly consents: readonly ConsentLine[];
  readonly protocol: {
    /** The consent that findings rest on; without it nothing can be recorded. */
    readonly consent: string | undefined;
    readonly findings: readonly ExaminedLine[];
    readonly opinions: readonly ExaminedLine[];
    /** How many findings and opinions are not shown, because their consent was withdrawn. */
    readonly withheld: number;
  };
  readonly extract: FamilyExtract | undefined;
  readonly choices: Choices;
};

/** One returned person; null where this desk reads of no such person. */
export const person: Query<{ readonly id: string }, PersonModel | null> = (at, args) => {
  const room = receptionRoom(at);
  const { state, t } = at;
  const found = state.returns.received.get(args.id as ActId); // any text is looked up
  if (!room || !found) return null;
  const entry = known(state, found.id, "return.received");
  const { person: number, condition, at: received, wristband, record } = entry.act.payload;
  return {
    id: found.id,
    room,
    person: number,
    condition: sayWord(t, condition),
    received: epochMs(received),
    wristband,
    record,
    said: saidOf(at, entry),
    steps: pathwayOf(state, found, at.now).map((one) => stepOf(at, one)),
    consents: returnCodes.purposes.map((purpose) => consentOf(at, found, purpose)),
    protocol: protocolOf(at, found),
    extract: familyExtract(state, found),
    choices: choicesOf(at),
  };
};

function stepOf(at: At, { step, status, opens, due, latest }: StepView): StepLine {
  const { state, t } = at;
  const withheld = latest !== undefined && isWithheld(state, latest.act);
  return {
    step,
    word: sayWord(t, step),
    status,
    statusWord: sayWord(t, status),
    opens,
    due,
    said: latest && saidOf(at, latest),
    at: latest && epochMs(latest.act.payload.at),
    words: withheld ? undefined : latest?.act.payload.words,
    isOpen: status !== "done" && status !== "withdrawn",
  };
}

function consentOf(at: At, found: Return, purpose: (typeof returnCodes.purposes)[number]): ConsentLine {
  const { state, t } = at;
  const word = sayPurpose(t, purpose);
  const all = found.consents.filter(
    (id) => known(state, id, "consent.given").act.payload.purpose === purpose,
  );
  const id = standingConsent(state, found, purpose) ?? all.at(-1);
  if (!id) return { purpose, word, status: "not_asked", latest: undefined };
  const entry = known(state, id, "consent.given");
  const { payload } = entry.act;
  const status = consentStatus(state, id);
  const isShown = status !== "withdrawn";
  const taken = state.returns.withdrawals.get(id);
  const withdrawal = taken && entryOf(state, taken, "consent.withdrawn")?.act.payload.at;
  return {
    purpose,
    word,
    status,
    latest: {
      id,
      said: saidOf(at, entry),
      at: epochMs(payload.at),
      takenBy: sayWord(t, payload.takenBy),
      again: payload.again,
      words: isShown ? payload.words : undefined,
      shares: isShown ? (payload.shares ?? []).map((one) => sayWord(t, one)) : [],
      reach: isShown ? payload.reach : undefined,
      withdrawn: withdrawal === undefined ? undefined : epochMs(withdrawal),
    },
  };
}

function protocolOf(at: At, found: Return): PersonModel["protocol"] {
  const { state, t } = at;
  const isShown = (id: ActId) => {
    const act = state.entries.get(id)?.act;
    return act !== undefined && !isWithheld(state, act);
  };
  const findings = found.findings.filter(isShown).map((id): ExaminedLine => {
    const entry = known(state, id, "return.finding_recorded");
    const { at: when, examiner, site, laterality, kind, account, finding, consistency } = entry.act.payload;
    const side = laterality === undefined ? [] : [sayWord(t, laterality)];
    return {
      id,
      said: saidOf(at, entry),
      at: epochMs(when),
      examiner,
      consistency: sayWord(t, consistency),
      site: [sayWord(t, site), ...side].join(", "),
      kind: sayWord(t, kind),
      account,
      words: finding,
      inPrivate: undefined,
    };
  });
  const opinions = found.impressions.filter(isShown).map((id): ExaminedLine => {
    const entry = known(state, id, "return.impression_recorded");
    const { at: when, examiner, consistency, words, inPrivate } = entry.act.payload;
    return {
      id,
      said: saidOf(at, entry),
      at: epochMs(when),
      examiner,
      consistency: sayWord(t, consistency),
      site: undefined,
      kind: undefined,
      account: undefined,
      words,
      inPrivate,
    };
  });
  const all = found.findings.length + found.impressions.length;
  return {
    consent: standingConsent(state, found, "protocol_record"),
    findings,
    opinions,
    withheld: all - findings.length - opinions.length,
  };
}
