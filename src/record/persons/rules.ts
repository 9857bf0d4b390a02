import { type Office, type Side, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import type { RecordRef } from "../lists/acts.ts";
import { hasLine } from "../lists/rules.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { matchOf, matchWord } from "./view.ts";

/** A side asks about at most so many persons within 24 hours: a list is not probed name by name. */
export const mostRequestsADay = 50;
const dayMs = 86_400_000;

/** What may be said about who is who, and when. */
export function refusePersons(state: State, act: Act, now: number): Refusal | undefined {
  const { office } = act.by;
  switch (act.kind) {
    case "match.proposed":
      return refuseMatch(state, act.payload.records) ?? refuseEarlier(state, act);
    case "match.confirmed":
    case "match.rejected":
      return state.persons.matches.has(act.payload.match) ? refuseSecondVoice(state, act) : noMatch();
    case "match.revoked":
      return refuseRevocation(state, act.payload.match, office);
    case "match.requested":
      return refuseRequest(state, act.payload.record, sideOf(office), now);
    case "match.request_answered":
      return refuseRequestAnswer(state, act.payload, sideOf(office));
    case "assertion.made":
      return refuseAssertion(state, act.payload, sideOf(office));
    case "assertion.stance_said":
      return refuseStance(state, act.payload, sideOf(office));
    default:
      return undefined;
  }
}

function refuseMatch(
  state: State,
  [one, other]: PayloadOf<"match.proposed">["records"],
): Refusal | undefined {
  if (!hasLine(state, one) || !hasLine(state, other)) return noRecord();
  if (one.list === other.list && one.line === other.line)
    return refusal("PS2", "A match is between two records.");
  if (matchOf(state, one, other))
    return refusal("PS2", "A match of these two records is proposed already; say there what you know.");
  return undefined;
}

// Taken over is one’s own word alone, and from earlier versions of the very lists that are named.
function refuseEarlier(state: State, { payload, by }: Act<"match.proposed">): Refusal | undefined {
  const { records, basis } = payload;
  if (basis.type !== "earlier") return undefined;
  const earlier = state.persons.matches.get(basis.match);
  if (!earlier) return noMatch();
  if (matchWord(state, earlier, by.office) !== "confirmed")
    return refusal("PS15", "An office takes over its own confirmation of a match, and no other word.");
  const [one, other] = records;
  const [first, second] = earlier.records;
  const follows = (later: RecordRef, before: RecordRef) =>
    later.list === before.list ? later.line === before.line : isEarlier(state, before.list, later.list);
  return (follows(one, first) && follows(other, second)) || (follows(one, second) && follows(other, first))
    ? undefined
    : refusal("PS15", "A match is taken over into later versions of the same two lists.");
}

function isEarlier({ lists }: State, before: ActId, list: ActId): boolean {
  for (let one = lists.lists.get(list)?.replaces; one; one = lists.lists.get(one)?.replaces)
    if (one === before) return true;
  return false;
}

// Two people, not one who sits in two offices.
function refuseSecondVoice(
  state: State,
  act: Act<"match.confirmed" | "match.rejected">,
): Refusal | undefined {
  const match = state.persons.matches.get(act.payload.match);
  const isTwice = [...(match?.words ?? [])].some(
    ([office, id]) =>
      office !== act.by.office &&
      match !== undefined &&
      matchWord(state, match, office) === "confirmed" &&
      state.entries.get(id)?.act.by.member === act.by.member,
  );
  return isTwice && act.kind === "match.confirmed"
    ? refusal(
        "PS4",
        "A match is confirmed by two different people; this one has confirmed it for another office.",
      )
    : undefined;
}

function refuseRevocation(
  state: State,
  id: PayloadOf<"match.revoked">["match"],
  office: Office,
): Refusal | undefined {
  const match = state.persons.matches.get(id);
  if (!match) return noMatch();
  const word = matchWord(state, match, office);
  return word === "confirmed" || word === "rejected"
    ? undefined
    : refusal("PS5", "An office revokes its own confirmation or rejection.");
}

function refuseRequest(
  state: State,
  record: RecordRef,
  side: Side | undefined,
  now: number,
): Refusal | undefined {
  if (!hasLine(state, record)) return noRecord();
  if (state.lists.lists.get(record.list)?.side !== side)
    return refusal("PS12", "One asks about a person on a list of one’s own side.");
  const lately = [...state.persons.requests.values()].filter(
    (one) => one.side === side && one.at > now - dayMs,
  );
  if (lately.length >= mostRequestsADay)
    return refusal("PS13", "A side asks about at most {most} persons within 24 hours.", {
      most: mostRequestsADay,
    });
  return undefined;
}

function refuseRequestAnswer(
  state: State,
  { request: id, answer, record }: PayloadOf<"match.request_answered">,
  side: Side | undefined,
): Refusal | undefined {
  const request = state.persons.requests.get(id);
  if (!request) return refusal("PS14", "There is no such request in what this office reads.");
  if (request.side === side) return refusal("PS14", "A request is answered by the other side.");
  if (record === undefined) return undefined;
  if (!hasLine(state, record)) return noRecord();
  const isOwn = state.lists.lists.get(record.list)?.side === side;
  return isOwn && answer === "on_our_list"
    ? undefined
    : refusal("PS14", "The answer “on our list”, and no other, names a record of one’s own side.");
}

function refuseAssertion(
  state: State,
  { record, property, value, precision, supersedes }: PayloadOf<"assertion.made">,
  side: Side | undefined,
): Refusal | undefined {
  if (!hasLine(state, record)) return noRecord();
  const isSilent = precision === "unknown" || precision === "not_given";
  if (isSilent !== (value === undefined))
    return refusal("PS9", "An assertion has a value, unless it is unknown or was not given.");
  if (supersedes === undefined) return undefined;
  const earlier = state.persons.assertions.get(supersedes);
  if (!earlier) return noAssertion();
  const before = known(state, supersedes, "assertion.made").act.payload;
  const isSame =
    before.property === property && before.record.list === record.list && before.record.line === record.line;
  if (earlier.side !== side || !isSame)
    return refusal("PS9", "A side supersedes its own assertion, about the same record and property.");
  if (earlier.supersededBy) return refusal("PS9", "It was superseded already; supersede the latest.");
  return undefined;
}

function refuseStance(
  state: State,
  { assertion: id, stance }: PayloadOf<"assertion.stance_said">,
  side: Side | undefined,
): Refusal | undefined {
  const assertion = state.persons.assertions.get(id);
  if (!assertion) return noAssertion();
  return (stance === "withdrawn") === (assertion.side === side)
    ? undefined
    : refusal("PS10", "A side withdraws its own assertion, and says of the other’s what it knows.");
}

function noRecord(): Refusal {
  return refusal("PS1", "There is no such line of a list in what this office reads.");
}

function noMatch(): Refusal {
  return refusal("PS3", "There is no such match in what this office reads.");
}

function noAssertion(): Refusal {
  return refusal("PS1", "There is no such assertion in what this office reads.");
}
