import { type Problem, type Random, seededRandom } from "#base";
import { type Office, offices, parties } from "../access/offices.ts";
import { type Room, rooms } from "../access/rooms.ts";
import { refusedBy } from "../access/table.ts";
import { type Act, type Kind, kinds } from "../act/kinds.ts";
import { said, sealedPaper } from "./builders.ts";
import { type Context, chance } from "./context.ts";
import { communiquePayloads } from "./payloads-communiques.ts";
import { footagePayloads } from "./payloads-footage.ts";
import { forensicPayloads } from "./payloads-forensic.ts";
import { linePayloads } from "./payloads-lineday.ts";
import { listPayloads } from "./payloads-lists.ts";
import { missionPayloads } from "./payloads-missions.ts";
import { planPayloads } from "./payloads-plans.ts";
import { reportPayloads } from "./payloads-reports.ts";
import { returnPayloads } from "./payloads-returns.ts";
import { exchangePayloads, talksPayloads } from "./payloads-talks.ts";
import { tranchePayloads } from "./payloads-tranches.ts";
import { trucePayloads } from "./payloads-truces.ts";
import { World } from "./world.ts";

/** One act that somebody tried to say, when, and the problem that refused it. */
export type Attempt = { readonly act: Act; readonly at: number; readonly problem: Problem | undefined };
export type History = { readonly world: World; readonly attempts: readonly Attempt[] };
/** A place in the table: who says what where. */
export type Seat = { readonly kind: Kind; readonly by: Office; readonly room: Room };

const payloads = {
  ...talksPayloads,
  ...exchangePayloads,
  ...listPayloads,
  ...tranchePayloads,
  ...linePayloads,
  ...trucePayloads,
  ...returnPayloads,
  ...planPayloads,
  ...missionPayloads,
  ...forensicPayloads,
  ...communiquePayloads,
  ...reportPayloads,
  ...footagePayloads,
};

const weights: { readonly [K in Kind]?: number } = {
  "process.opened": 0.1,
  "seat.granted": 2,
  "seat.revoked": 4,
  "head.replaced": 0.5,
  "powers.presented": 0.5,
  "paper.sealed": 1,
  "paper.keys_handed": 1,
  "act.corrected": 5,
  "round.opened": 4,
  "round.closed": 3,
  "point.recorded": 5,
  "point.answered": 6,
  "proposal.tabled": 9,
  "proposal.answered": 12,
  "proposal.withdrawn": 1,
  "truce.tabled": 5,
  "truce.answered": 10,
  "truce.order_issued": 14,
  "truce.guarantee_given": 4,
  "truce.readiness_said": 9,
  "truce.denounced": 0.7,
  "truce.order_acknowledged": 4,
  "truce.extension_proposed": 2,
  "truce.extension_answered": 3,
  "truce.suspended_locally": 5,
  "truce.resumed": 8,
  "truce.closing_reported": 1.5,
  "list.committed": 3,
  "list.revealed": 4,
  "list.submitted": 5,
  "list.lines_answered": 4,
  "list.version_signed": 7,
  "match.proposed": 3,
  "match.confirmed": 3,
  "match.requested": 1,
  "pledge.made": 4,
  "exchange.handed_over": 5,
  "exchange.received": 5,
  "exchange.linked": 6,
  "eligibility.proposed": 1,
  "eligibility.examined": 1,
  "eligibility.certified": 1,
  "eligibility.withheld": 0.6,
  "wish.taken": 1,
  "tranche.tabled": 4,
  "tranche.answered": 8,
  "tranche.locked": 10,
  "tranche.linked": 6,
  "tranche.substitution_proposed": 6,
  "tranche.substitution_answered": 5,
  "tranche.readiness_said": 3,
  "line.manifest_made": 1,
  "line.steps_noted": 1,
  "line.block_opened": 1.2,
  "line.counted": 1,
  "line.exception_noted": 0.7,
  "line.receipt_signed": 0.7,
  "remains.handed_over": 4,
  "remains.received": 4,
  "remains.linked": 4,
  "summit.condition_set": 6,
  "summit.track_set": 4,
  "summit.held": 0.5,
  "return.received": 1.5,
  "return.impression_recorded": 3,
  "consent.given": 3,
  "consent.withdrawn": 1,
  "communique.tabled": 1.5,
  "report.entry_noted": 1.5,
  "report.entry_withdrawn": 1,
  "communique.answered": 7,
  "communique.release_deposited": 3,
  "communique.released": 3,
  "footage.registered": 0.6,
  "footage.person_marked": 1.2,
  "footage.viewed": 1.2,
  "footage.held_checked": 1.2,
  "footage.consent_given": 1.6,
  "footage.consent_withdrawn": 2,
  "footage.redacted": 0.8,
  "footage.interest_stated": 0.7,
  "footage.interest_signed": 2,
  "footage.released": 2,
  "footage.recalled": 2,
  "contact.claimed": 2,
  "plan.proposed": 1,
  "plan.filed": 1,
  "site.viewed": 1,
  "site.withdrawn": 0.7,
  "mission.area_noticed": 0.7,
  "mission.planned": 1.5,
  "mission.detailed": 1,
  "mission.notified": 2,
  "mission.step_noted": 1.5,
  "mission.ended": 0.7,
  "forensic.container_recorded": 1.2,
  "forensic.container_checked": 1.5,
  "forensic.custody_given": 1.5,
  "forensic.custody_taken": 2.5,
  "forensic.effects_packed": 0.3,
  "forensic.case_opened": 2.5,
  "forensic.case_associated": 0.7,
  "forensic.person_entered": 0.7,
  "forensic.identification_stated": 4,
  "forensic.identification_answered": 1,
  "forensic.identification_revoked": 1,
  "forensic.case_returned": 0.5,
  "forensic.sample_consented": 0.7,
  "forensic.sample_withdrawn": 0.5,
  "forensic.family_told": 4,
};

/** Every place where the table lets something be said. */
export const places: readonly Seat[] = kinds.flatMap((kind) =>
  offices.flatMap((by) =>
    rooms.flatMap((room) => (refusedBy(by, kind, room) === undefined ? [{ kind, by, room }] : [])),
  ),
);
const placesOf = new Map(kinds.map((kind) => [kind, places.filter((one) => one.kind === kind)]));

/**
 * A history of `length` admitted acts: acts of all kinds are proposed at random, from what their authors read,
 * and those that the rules admit are kept. The same seed gives the same history.
 */
export function randomHistory(seed: number, length: number): History {
  const world = World.opened(seed);
  const attempts: Attempt[] = world.log.map(({ act, receivedAt }) => ({
    act,
    at: receivedAt,
    problem: undefined,
  }));
  const random = seededRandom(seed ^ 0x51ed270b);
  const matter = random.pick(matters);
  for (let i = 0; i < length * 12 && world.log.length < length; i++) {
    world.pass(random.next() ** 3 * 8);
    world.now = Math.floor(world.now);
    const act = randomAct(world, random, somePlace(random, matter));
    if (act) attempts.push({ act, at: world.now, problem: world.say(act) });
  }
  return { world, attempts };
}

/** What a random act is made from: what its author reads, the clock, and where ids come from. */
export type Ground = Pick<World, "state" | "now" | "ids">;

/** One act that somebody could try to say at a place; undefined where there is nothing to speak about. */
export function randomAct(world: Ground, random: Random, { kind, by, room }: Seat): Act | undefined {
  if (kind === "paper.sealed") return sealedPaper(world, by, room);
  const context: Context = { state: world.state(by), by, room, now: world.now, random };
  const payload = payloads[kind](context);
  const member = kind === "footage.interest_signed" ? "m2" : "m1"; // another person than who stated it
  return payload && (said(world, { kind, by, room, payload, member }) as Act); // the table pairs kind and payload
}

// Every history dwells on one matter, so that some of them go deep into it, however many matters there are.
const matters = [
  "truce.",
  "truce.",
  "tranche.",
  "list.",
  "match.",
  "proposal.",
  "summit.",
  "exchange.",
  "forensic.",
  "communique.",
  "footage.",
] as const;

function somePlace(random: Random, matter: string): Seat {
  const kind = someKind(random, matter);
  if (chance(random, 0.02)) return { kind, by: random.pick(offices), room: random.pick(rooms) };
  const all = placesOf.get(kind) ?? [];
  const ofParties = all.filter(
    ({ by, room }) => isParty(by) && (room === "plenary" || room === "humanitarian"),
  );
  return random.pick(ofParties.length > 0 && chance(random, 0.6) ? ofParties : all);
}

function isParty(office: Office): boolean {
  return (parties as readonly Office[]).includes(office); // a list of offices
}

function someKind(random: Random, matter: string): Kind {
  const { each, sum } = weighed(matter);
  let left = random.next() * sum;
  for (const [kind, weight] of each) {
    left -= weight;
    if (left < 0) return kind;
  }
  return "proposal.tabled";
}

type Weighed = { readonly each: readonly (readonly [Kind, number])[]; readonly sum: number };
const weighedByMatter = new Map<string, Weighed>();

/** How often each kind is said in a history that dwells on a matter. */
function weighed(matter: string): Weighed {
  const known = weighedByMatter.get(matter);
  if (known) return known;
  const each = kinds.map((kind) => {
    return [kind, (weights[kind] ?? 2) * (kind.startsWith(matter) ? 8 : 1)] as const;
  });
  const made = { each, sum: each.reduce((sum, [, weight]) => sum + weight, 0) };
  weighedByMatter.set(matter, made);
  return made;
}
