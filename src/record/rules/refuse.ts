import { type Problem, problem } from "#base";
import { roomTable } from "../access/rooms.ts";
import { refusedBy } from "../access/table.ts";
import type { ActId } from "../act/act.ts";
import { fitsForm } from "../act/bytes.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { refuseCommuniques } from "../communiques/rules.ts";
import { refuseContact } from "../contact/rules.ts";
import { refuseEligibility } from "../eligibility/rules.ts";
import { refuseExchanges } from "../exchanges/rules.ts";
import { idsNamed, isCorrectable, refersAlike } from "../fold/correct.ts";
import { foldInto } from "../fold/fold.ts";
import { emptyState, type State } from "../fold/state.ts";
import { refuseFootage } from "../footage/rules.ts";
import { refuseForensic } from "../forensic/rules.ts";
import { refuseLineDays } from "../lineday/rules.ts";
import { refuseLists } from "../lists/rules.ts";
import { refuseMissions } from "../missions/rules.ts";
import { refusePeople } from "../people/rules.ts";
import { processOf } from "../people/view.ts";
import { refusePersons } from "../persons/rules.ts";
import { refusePlans } from "../plans/rules.ts";
import { refusePositions } from "../positions/rules.ts";
import { refuseProposals } from "../proposals/rules.ts";
import { refuseRemains } from "../remains/rules.ts";
import { refuseReports } from "../reports/rules.ts";
import { refuseReturns } from "../returns/rules.ts";
import { refuseSites } from "../sites/rules.ts";
import { refuseStatements } from "../statements/rules.ts";
import { refuseSummits } from "../summits/rules.ts";
import { refuseTalks } from "../talks/rules.ts";
import { refuseTranches } from "../tranches/rules.ts";
import { refuseTruces } from "../truces/rules.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** How far a device's clock may run ahead of the host's. */
export const clockAllowanceMs = 5 * 60_000;
/** Nothing is said before this; what happened earlier is written in happenedAt. */
export const earliestSaidAt = "2000-01-01T00:00:00Z";

const areas = [
  refusePeople,
  refuseTalks,
  refuseProposals,
  refuseStatements,
  refuseCommuniques,
  refuseReports,
  refuseFootage,
  refuseTruces,
  refuseExchanges,
  refuseEligibility,
  refuseTranches,
  refuseLists,
  refusePersons,
  refuseLineDays,
  refuseRemains,
  refuseForensic,
  refuseSummits,
  refusePositions,
  refuseReturns,
  refuseContact,
  refusePlans,
  refuseSites,
  refuseMissions,
  refuseSealedGround,
  refuseCorrection,
] as const;

/**
 * Whether an act may be said: by the table, the clock and the rules of its area, on the state of what its
 * author reads. Pure: the same on the author's device and at the host. Signatures and seats are judged apart.
 */
export function refuseAct(state: State, act: Act, now: number): Problem | undefined {
  return refuseHeader(state, act, now) ?? refuseByRules(state, act, now);
}

function refuseHeader(state: State, act: Act, now: number): Problem | undefined {
  const { by, kind, room, saidAt } = act;
  const sealedRoom = roomTable[room].sealed;
  if (sealedRoom !== (kind === "paper.sealed")) return problem("act.sealed_mismatch", { kind, room });
  const reason = refusedBy(by.office, kind, room);
  if (reason) return problem("act.not_permitted", { office: by.office, kind, room, reason });
  if (epochMs(saidAt) > now + clockAllowanceMs) return problem("act.said_in_future", { saidAt });
  if (epochMs(saidAt) < epochMs(earliestSaidAt))
    return problem("act.said_too_early", { saidAt, earliest: earliestSaidAt });
  if (kind !== "process.opened" && !processOf(state)) return problem("process.not_open", {});
  return undefined;
}

function refuseByRules(state: State, act: Act, now: number): Problem | undefined {
  const refused = refusalOf(state, act, now);
  return refused && problem("act.refused_by_rule", { ...refused });
}

function refusalOf(state: State, act: Act, now: number): Refusal | undefined {
  for (const area of areas) {
    const refused = area(state, act, now);
    if (refused) return refused;
  }
  return undefined;
}

/** The same for an act inside a sealed paper, judged by those who can read it. */
export function refuseInside(state: State, act: Act, now: number): Problem | undefined {
  const { by, kind, room } = act;
  if (!roomTable[room].sealed || kind === "paper.sealed")
    return problem("act.sealed_mismatch", { kind, room });
  const reason = refusedBy(by.office, kind, room);
  if (reason) return problem("act.not_permitted", { office: by.office, kind, room, reason });
  return refuseByRules(state, act, now);
}

// What a sealed room holds is not read by all who read another: nothing said there may hang on it.
function refuseSealedGround(state: State, act: Act): Refusal | undefined {
  if (roomTable[act.room].sealed) return undefined;
  const sealed = idsNamed(act.payload).find((id) => {
    const ground = state.entries.get(id as ActId)?.act; // named in the form of an act id
    return ground !== undefined && roomTable[ground.room].sealed;
  });
  return sealed === undefined
    ? undefined
    : refusal("RC36", "An act in an open room names no act of a sealed one; say here again what it needs.");
}

function refuseCorrection(state: State, act: Act): Refusal | undefined {
  if (act.kind !== "act.corrected") return undefined;
  const first = state.entries.get(act.payload.act);
  if (!first) return refusal("RC1", "The act to correct is not in what this office reads.");
  if (first.act.by.office !== act.by.office) return refusal("RC2", "An office corrects its own acts only.");
  if (first.act.room !== act.room)
    return refusal("RC3", "It is corrected in its own room, {room}.", { room: first.act.room });
  if (!isCorrectable(first.act.kind))
    return refusal("RC4", 'A "{kind}" is a stance; it is followed by another, not corrected.', {
      kind: first.act.kind,
    });
  if (!fitsForm(first.act.kind, act.payload.payload))
    return refusal("RC5", 'The corrected payload does not fit the form of "{kind}".', {
      kind: first.act.kind,
    });
  if (!refersAlike(first.act.payload, act.payload.payload))
    return refusal("RC6", "A correction keeps what the act refers to.");
  if (isAnswered(state, first.act))
    return refusal("RC8", "It has been answered, or quoted by its characters; say it anew.");
  return refuseAtItsPlace(state, first, act.payload.payload);
}

// Whether another has answered these very words, or anybody noted a claim by its span in them, where all who
// read them read that: what is said in a narrower room is not let out by a refusal.
function isAnswered(state: State, first: Act): boolean {
  const { talks, proposals, statements, truces, tranches, summits } = state;
  const { id } = first;
  const answers = [
    talks.rounds.get(id)?.dateAnswers,
    talks.points.get(id)?.answers,
    proposals.tabled.get(id)?.answers,
    truces.texts.get(id)?.answers,
    truces.texts.get(id)?.orders,
    truces.declarations.get(id)?.answers,
    tranches.tabled.get(id)?.answers,
    tranches.tabled.get(id)?.locks,
    summits.meetings.get(id)?.answers,
  ].flatMap((byOffice) => [...(byOffice?.values() ?? [])].flat());
  const { readers } = roomTable[first.room];
  const isOpen = (answer: ActId) => {
    const room = state.entries.get(answer)?.act.room;
    return room !== undefined && readers.every((one) => roomTable[room].readers.includes(one));
  };
  const isOthers = (answer: ActId) => state.entries.get(answer)?.act.by.office !== first.by.office;
  const statement = statements.get(id);
  return (
    answers.some((answer) => isOthers(answer) && isOpen(answer)) ||
    [...(statement?.answers ?? []), ...(statement?.claims ?? [])].some(isOpen)
  );
}

// A slip is put right within the rules that held for the first wording, where it stands in the log.
function refuseAtItsPlace(state: State, first: Entry, payload: unknown): Refusal | undefined {
  const before = emptyState();
  for (const entry of state.entries.values())
    if (entry !== first && entry.receivedAt <= first.receivedAt) foldInto(before, entry);
  const act = { ...first.act, payload } as Act; // RC5 has parsed the payload by the kind's schema
  const refused = refusalOf(before, act, first.receivedAt);
  return refused && refusal("RC7", "It could not have been said so: {refused}", { refused });
}
