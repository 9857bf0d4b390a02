import { describeAct, officeName, roomName, sayClaim, sayTruceParts, sayWord, titleOf } from "#i18n";
import {
  type ActId,
  actId,
  parties as bothParties,
  type Checkpoint,
  checkpoints,
  checkpointWord,
  diffTruce,
  endOf,
  extensionAnswer,
  hoursBefore,
  inEffect,
  known,
  missingParts,
  type Office,
  type Room,
  readinessOf,
  standingSuspensions,
  type TruceChange,
  type TruceTerms,
  truceStatus,
} from "#record";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { byTurn } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, type Sourced, saidOf, sourced } from "../../desk/said.ts";
import { type PartyWord, partyWords } from "./all-query.ts";
import { type TruceMay, truceMay } from "./may.ts";
import { conductSaid, type PartsShown, partsSaid } from "./parts-said.ts";
import { type CheckLine, checkLines, partName } from "./weigh.ts";
import { type Word, wordOf } from "./words.ts";

type Truce = At["state"]["truces"]["texts"] extends Map<infer _, infer T> ? T : never;

export type OrderLine = {
  readonly id: string;
  readonly number: string;
  readonly signatory: string;
  /** Epoch ms. */
  readonly issued: number;
  readonly echelon: string;
  readonly steps: readonly { readonly step: Word; readonly echelon: string; readonly at: number }[];
};

type PartyState = PartyWord & {
  readonly words: string | undefined;
  /** The latest last. */
  readonly orders: readonly OrderLine[];
  readonly guarantees: readonly { readonly id: string; readonly words: string; readonly until: number }[];
  readonly closing:
    | { readonly words: string; readonly wounded: string | undefined; readonly bodies: string | undefined }
    | undefined;
};

type CheckpointLine = {
  readonly checkpoint: Checkpoint;
  readonly hours: number;
  /** Epoch ms by which it is owed. */
  readonly due: number | undefined;
  readonly words: readonly { readonly office: Office; readonly name: string; readonly word: Word }[];
};

type ExtensionLine = {
  readonly id: string;
  readonly by: string;
  readonly end: number;
  readonly reason: string | undefined;
  readonly parties: readonly { readonly name: string; readonly word: Word }[];
  readonly mayAnswer: boolean;
};

export type SuspensionLine = {
  readonly id: string;
  readonly by: string;
  readonly zone: string;
  readonly part: string | undefined;
  readonly reason: string;
  readonly from: number;
  readonly resumed: number | undefined;
  readonly mayResume: boolean;
};

type DenunciationLine = {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly effective: number;
  readonly warningHours: number;
  /** The hours of warning that the text asks for, where this is less. */
  readonly asked: number | undefined;
};

export type ChangeLine = {
  readonly part: string;
  readonly change: "added" | "removed" | "reworded" | "later" | "sooner" | "items";
  readonly hours: number;
  readonly added: string;
  readonly removed: string;
  readonly altered: string;
};

type Named = { readonly id: string; readonly title: string };

export type TruceModel = PartsShown & {
  readonly id: string;
  readonly title: string;
  readonly status: Word;
  readonly isInEffect: boolean;
  readonly room: Room;
  readonly roomName: string;
  readonly tabled: Sourced;
  readonly agreement: Named | undefined;
  readonly retables: Named | undefined;
  readonly retabledAs: Named | undefined;
  /** Epoch ms. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** The text's own end, where a later one stands. */
  readonly firstEnd: number | undefined;
  readonly owed: readonly OwedLine[];
  readonly checks: readonly CheckLine[];
  readonly parties: readonly PartyState[];
  readonly checkpoints: readonly CheckpointLine[];
  readonly lastWords: readonly { readonly office: Office; readonly name: string; readonly word: Word }[];
  readonly extensions: readonly ExtensionLine[];
  readonly suspensions: readonly SuspensionLine[];
  readonly denunciations: readonly DenunciationLine[];
  readonly changes: readonly ChangeLine[];
  readonly history: readonly { readonly said: Said; readonly words: string }[];
  readonly may: TruceMay;
};

/** One text of a truce with everything said of it; null where this office reads no such text. */
export const truce: Query<{ readonly id: string }, TruceModel | null> = (at, { id }) => {
  const parsed = actId.safeParse(id);
  const found = parsed.success ? at.state.truces.texts.get(parsed.data) : undefined;
  return found ? truceModel(at, found) : null;
};

function truceModel(at: At, one: Truce): TruceModel {
  const { state, t, now } = at;
  const entry = known(state, one.id, "truce.tabled");
  const { title, terms, agreement, retables } = entry.act.payload;
  const { room } = entry.act;
  const status = truceStatus(state, one, now);
  const end = endOf(state, one);
  const named = (id: ActId | undefined) =>
    id && state.entries.has(id) ? { id, title: titleOf(t, state, id) } : undefined;
  const turn = [...state.truces.texts.keys()].indexOf(one.id);
  const speakers = byTurn(at, turn, [...bothParties, "operator"]);
  const start = terms.start && Date.parse(terms.start.at);
  const spoken = (word: (office: Office) => string) =>
    speakers.map((office) => ({
      office,
      name: officeName(t, state, office),
      word: wordOf(at, word(office)),
    }));
  return {
    id: one.id,
    title,
    status: wordOf(at, status),
    isInEffect: inEffect.has(status),
    room,
    roomName: roomName(t, state, room),
    tabled: sourced(at, entry),
    agreement: named(agreement),
    retables: named(retables),
    retabledAs: named(one.retabledAs),
    start,
    end: end && Date.parse(end.at),
    firstEnd: terms.end && end !== terms.end ? Date.parse(terms.end.at) : undefined,
    owed: owedOn(at, one.id),
    checks: checkLines(at, terms),
    parties: partyWords(at, one).map((word) => partyState(at, one, word)),
    checkpoints: checkpoints.map((checkpoint) => ({
      checkpoint,
      hours: hoursBefore(checkpoint),
      due: start === undefined ? undefined : start - hoursBefore(checkpoint) * 3_600_000,
      words: spoken((office) => checkpointWord(state, one, office, checkpoint)),
    })),
    lastWords: spoken((office) => readinessOf(state, one, office)),
    ...during(at, one, room),
    terms,
    said: partsSaid(at, terms, missingParts(terms)),
    conduct: conductSaid(at, terms),
    changes: changesOf(at, retables && state.truces.texts.has(retables) ? retables : undefined, terms),
    history: historyOf(at, one.id),
    may: truceMay(at, one, room),
  };
}

function partyState(at: At, one: Truce, word: PartyWord): PartyState {
  const { state, t } = at;
  const { office } = word;
  const last = one.answers.get(office);
  const steps = (one.steps.get(office) ?? []).map(
    (id) => known(state, id, "truce.order_acknowledged").act.payload,
  );
  const closing = one.closings.get(office);
  const report = closing && known(state, closing, "truce.closing_reported").act.payload;
  return {
    ...word,
    words: last && known(state, last, "truce.answered").act.payload.words,
    orders: (one.orders.get(office) ?? []).map((id) => {
      const { number, signatory, issuedAt, echelonReached } = known(state, id, "truce.order_issued").act
        .payload;
      return {
        id,
        number,
        signatory,
        issued: Date.parse(issuedAt),
        echelon: sayWord(t, echelonReached),
        steps: steps
          .filter(({ order }) => order === id)
          .map((step) => ({
            step: wordOf(at, step.step),
            echelon: sayWord(t, step.echelonReached),
            at: Date.parse(step.at),
          })),
      };
    }),
    guarantees: (one.guarantees.get(office) ?? []).map((id) => {
      const { words, until } = known(state, id, "truce.guarantee_given").act.payload;
      return { id, words, until: Date.parse(until) };
    }),
    closing: report && {
      words: report.words,
      wounded: report.wounded && sayClaim(t, report.wounded),
      bodies: report.bodies && sayClaim(t, report.bodies),
    },
  };
}

function during(
  at: At,
  one: Truce,
  room: Room,
): Pick<TruceModel, "extensions" | "suspensions" | "denunciations"> {
  const { state, t, office, now } = at;
  const nameOf = (who: Office) => officeName(t, state, who);
  const order = partyWords(at, one).map((word) => word.office);
  const terms = known(state, one.id, "truce.tabled").act.payload.terms;
  const standing = new Set(standingSuspensions(state, one, Number.POSITIVE_INFINITY).map(({ id }) => id));
  const isLive = inEffect.has(truceStatus(state, one, now));
  return {
    extensions: [...one.extensions.values()].map((extension) => {
      const { end, reason } = known(state, extension.id, "truce.extension_proposed").act.payload;
      return {
        id: extension.id,
        by: nameOf(extension.author),
        end: Date.parse(end.at),
        reason,
        parties: order.map((party) => ({
          name: nameOf(party),
          word: wordOf(at, extensionAnswer(state, extension, party)),
        })),
        mayAnswer: truceMay(at, one, room, extension.id).answerExtension,
      };
    }),
    suspensions: [...one.suspensions.values()].map(({ id, author, resumed }) => {
      const { zone, part, reason, from } = known(state, id, "truce.suspended_locally").act.payload;
      return {
        id,
        by: nameOf(author),
        zone,
        part,
        reason,
        from: Date.parse(from),
        resumed: resumed && Date.parse(known(state, resumed, "truce.resumed").act.payload.at),
        mayResume: isLive && standing.has(id) && author === office,
      };
    }),
    denunciations: [...one.denounced.values()].map((id) => {
      const { act } = known(state, id, "truce.denounced");
      const effective = Date.parse(act.payload.effectiveAt);
      const warningHours = Math.floor((effective - Date.parse(act.saidAt)) / 3_600_000);
      const { warningHours: asked } = terms;
      return {
        id,
        by: nameOf(act.by.office),
        reason: act.payload.reason,
        effective,
        warningHours,
        asked: asked !== undefined && warningHours < asked ? asked : undefined,
      };
    }),
  };
}

function changesOf(at: At, earlier: ActId | undefined, terms: TruceTerms): readonly ChangeLine[] {
  if (!earlier) return [];
  const before = known(at.state, earlier, "truce.tabled").act.payload.terms;
  return diffTruce(before, terms).map((change) => changeLine(at, change));
}

function changeLine({ t }: At, one: TruceChange): ChangeLine {
  const nothing = { hours: 0, added: "", removed: "", altered: "" };
  const part = partName(t, one.part);
  const names = (all: readonly string[]) =>
    all
      .map((name) =>
        one.part === "conduct" || one.part === "purpose" || one.part === "returnFireLadder"
          ? sayName(t, one.part, name)
          : name,
      )
      .join("; ");
  switch (one.change) {
    case "moved":
      return {
        ...nothing,
        part,
        change: one.minutes > 0 ? "later" : "sooner",
        hours: Math.round(Math.abs(one.minutes) / 6) / 10,
      };
    case "items":
      return { ...nothing, part, change: "items", added: names(one.added), removed: names(one.removed) };
    case "entries":
      return {
        ...nothing,
        part,
        change: "items",
        added: names(one.added),
        removed: names(one.removed),
        altered: names(one.altered),
      };
    default:
      return { ...nothing, part, change: one.change };
  }
}

function sayName(t: At["t"], part: string, name: string): string {
  if (part === "purpose")
    return sayTruceParts(t, {} as At["state"], { purpose: [name as never] }).get(part)?.value ?? name;
  const [code = "", calibre] = name.split(" ");
  return calibre === undefined ? sayWord(t, code) : `${sayWord(t, code)} ${calibre}`;
}

// Everything that names this text, in the order in which it was received.
function historyOf(at: At, id: ActId): TruceModel["history"] {
  const { state, t } = at;
  return [...state.entries.values()]
    .filter(
      ({ act }) =>
        act.kind.startsWith("truce.") &&
        (act.id === id || (act.payload && "truce" in act.payload && act.payload.truce === id)),
    )
    .map((entry) => ({ said: saidOf(at, entry), words: describeAct(t, state, entry.act) }))
    .toReversed();
}
