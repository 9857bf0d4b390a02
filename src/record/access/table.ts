import type { Kind } from "../act/kinds.ts";
import { type Office, offices, parties, principals, speakers } from "./offices.ts";
import { type Room, rooms, roomTable } from "./rooms.ts";

type Row = { readonly offices: readonly Office[]; readonly rooms: readonly Room[] };

const acting = offices.filter((one) => one !== "public");
const plenary = ["plenary"] as const;
const table = ["plenary", "host-a", "host-b", "humanitarian"] as const;
const truceRooms = ["plenary", "humanitarian"] as const;
const truceWatchers = ["plenary", "humanitarian", "monitoring", "public"] as const;
const countRooms = ["plenary", "humanitarian", "exchange", "public"] as const;
const exchangers = ["party-a", "party-b", "exchange-a", "exchange-b"] as const;
const exchangeRoom = ["exchange"] as const;
const atTheLine = [...exchangers, "operator"] as const;
const wounded = ["party-a", "party-b", "exchange-a", "exchange-b", "forensic-a", "forensic-b"] as const;
const remainsRooms = ["plenary", "humanitarian", "forensic", "public"] as const;
const forensicOffices = ["forensic-a", "forensic-b"] as const;
const keepers = ["operator", "forensic-a", "forensic-b"] as const;
const forensicRoom = ["forensic"] as const;
const ownForensic = ["forensic-own-a", "forensic-own-b"] as const;
const receptions = ["reception-a", "reception-b"] as const;
const presses = ["press-a", "press-b"] as const;
const siteRooms = ["sites-a", "sites-b"] as const;
const siteMembers = [...parties, "operator"] as const;
const planRooms = [...siteRooms, "internal-operator"] as const;
const inField = ["humanitarian"] as const;
const anywhere = rooms.filter((one) => one !== "process");
// What a side works out for itself: in its own room it drafts and thinks, and commits itself to nothing.
const own = ["internal-a", "internal-b", "internal-host"] as const;

const sealedRooms = rooms.filter((one) => roomTable[one].sealed);
const sealers = offices.filter((one) => sealedRooms.some((where) => roomTable[where].writers.includes(one)));

const may = (who: readonly Office[], where: readonly Room[]): Row => ({ offices: who, rooms: where });

/**
 * Who may say what where: the one table. A row is a need, not a sufficiency: the office must also be a
 * writer of the room, and the area's rules must agree. The access tests are generated from these rows.
 * What a row lets into a sealed room is said inside a "paper.sealed".
 */
export const whoMay: { readonly [K in Kind]: Row } = {
  "act.corrected": may(acting, anywhere),
  "paper.sealed": may(sealers, sealedRooms),
  "paper.keys_handed": may(sealers, sealedRooms),

  "process.opened": may(["host"], ["process"]),
  "seat.granted": may(acting, ["process"]),
  "seat.revoked": may(acting, ["process"]),
  "head.replaced": may(acting, ["process"]),
  "powers.presented": may(parties, plenary),

  "round.proposed": may(principals, plenary),
  "round.date_answered": may(principals, plenary),
  "preparatory.held": may(principals, plenary),
  "composition.listed": may(parties, plenary),
  "agenda.set": may(["host"], plenary),
  "round.opened": may(["host"], plenary),
  "round.closed": may(["host"], plenary),
  "document.handed_over": may(principals, plenary),
  "point.recorded": may(principals, plenary),
  "point.answered": may(parties, plenary),
  "readout.given": may(principals, plenary),
  "record.accepted": may(parties, plenary),

  "proposal.drafted": may(principals, own),
  "proposal.tabled": may(principals, table),
  "proposal.answered": may(principals, table),
  "proposal.withdrawn": may(principals, table),
  "condition.answered": may(parties, table),

  "statement.captured": may(speakers, ["public", "plenary", ...own]),
  "statement.claim_noted": may(speakers, ["public", "plenary", ...own]),
  "statement.answered": may(speakers, ["public", "plenary"]),
  "report.entry_noted": may(speakers, ["public", "plenary", ...own]),
  "report.entry_withdrawn": may(speakers, ["public", "plenary", ...own]),
  "communique.tabled": may(principals, plenary),
  "communique.answered": may(principals, plenary),
  "communique.release_deposited": may(principals, plenary),
  "communique.released": may(principals, ["public"]),
  "footage.registered": may(presses, presses),
  "footage.person_marked": may(presses, presses),
  "footage.viewed": may([...presses, ...parties], presses),
  "footage.held_checked": may([...parties, ...receptions], presses),
  "footage.consent_given": may([...presses, ...receptions], presses),
  "footage.consent_withdrawn": may([...presses, ...receptions], presses),
  "footage.redacted": may(presses, presses),
  "footage.interest_stated": may([...presses, ...parties], presses),
  "footage.interest_signed": may([...presses, ...parties], presses),
  "footage.released": may(presses, ["public"]),
  "footage.recalled": may([...presses, ...parties], ["public"]),

  "truce.tabled": may(principals, truceRooms),
  "truce.answered": may(parties, truceRooms),
  "truce.order_issued": may(parties, truceRooms),
  "truce.order_acknowledged": may(parties, truceRooms),
  "truce.guarantee_given": may(parties, truceRooms),
  "truce.readiness_said": may([...parties, "operator"], ["humanitarian"]),
  "truce.declared": may(parties, truceWatchers),
  "truce.declaration_answered": may(parties, truceWatchers),
  "truce.denounced": may(parties, truceRooms),
  "truce.extension_proposed": may(parties, truceRooms),
  "truce.extension_answered": may(parties, truceRooms),
  "truce.suspended_locally": may(parties, truceRooms),
  "truce.resumed": may(parties, truceRooms),
  "truce.closing_reported": may(parties, truceRooms),
  "truce.count_claimed": may([...parties, "monitor"], truceWatchers),

  "pledge.made": may(parties, plenary),
  "list.handed_over": may(exchangers, ["plenary", "exchange"]),
  "exchange.handed_over": may(exchangers, countRooms),
  "exchange.received": may(exchangers, countRooms),
  "exchange.linked": may([...exchangers, "host"], countRooms),

  "eligibility.proposed": may([...exchangers, "operator"], ["exchange"]),
  "eligibility.examined": may(["operator", "reception-a", "reception-b"], ["medical"]),
  "eligibility.certified": may(["operator"], ["exchange"]),
  "eligibility.withheld": may([...exchangers, "operator"], ["exchange"]),
  "wish.taken": may(["operator"], ["wishes"]),
  "tranche.tabled": may(exchangers, ["exchange"]),
  "tranche.answered": may(parties, ["exchange"]),
  "tranche.locked": may(parties, ["exchange"]),
  "tranche.substitution_proposed": may(exchangers, ["exchange"]),
  "tranche.substitution_answered": may(exchangers, ["exchange"]),
  "tranche.staged": may(exchangers, ["exchange"]),
  "tranche.readiness_said": may([...parties, "operator"], ["exchange"]),
  "tranche.linked": may(exchangers, ["exchange"]),
  "list.committed": may(exchangers, exchangeRoom),
  "list.revealed": may(exchangers, exchangeRoom),
  "list.submitted": may(exchangers, exchangeRoom),
  "list.lines_answered": may(exchangers, exchangeRoom),
  "list.version_signed": may(exchangers, exchangeRoom),
  "match.proposed": may(exchangers, exchangeRoom),
  "match.confirmed": may(exchangers, exchangeRoom),
  "match.rejected": may(exchangers, exchangeRoom),
  "match.revoked": may(exchangers, exchangeRoom),
  "match.requested": may(exchangers, exchangeRoom),
  "match.request_answered": may(exchangers, exchangeRoom),
  "assertion.made": may(exchangers, exchangeRoom),
  "assertion.stance_said": may(exchangers, exchangeRoom),
  "line.manifest_made": may(exchangers, ["exchange"]),
  "line.steps_noted": may(atTheLine, ["exchange"]),
  "line.block_opened": may(exchangers, ["exchange"]),
  "line.counted": may(atTheLine, ["exchange"]),
  "line.exception_noted": may(atTheLine, ["exchange"]),
  "line.receipt_signed": may(atTheLine, ["exchange"]),

  "remains.offered": may(wounded, remainsRooms),
  "remains.handed_over": may(wounded, remainsRooms),
  "remains.received": may(wounded, remainsRooms),
  "remains.accepted": may(wounded, remainsRooms),
  "remains.total_claimed": may(wounded, remainsRooms),
  "remains.linked": may([...wounded, "host"], remainsRooms),
  "forensic.container_recorded": may(keepers, forensicRoom),
  "forensic.container_checked": may(keepers, forensicRoom),
  "forensic.custody_given": may(keepers, forensicRoom),
  "forensic.custody_taken": may(keepers, forensicRoom),
  "forensic.effects_packed": may(keepers, forensicRoom),
  "forensic.case_opened": may(keepers, forensicRoom),
  "forensic.case_associated": may(keepers, forensicRoom),
  "forensic.person_entered": may(forensicOffices, forensicRoom),
  "forensic.identification_stated": may(forensicOffices, forensicRoom),
  "forensic.identification_answered": may(keepers, forensicRoom),
  "forensic.identification_revoked": may(forensicOffices, forensicRoom),
  "forensic.case_returned": may(forensicOffices, forensicRoom),
  "forensic.sample_consented": may(forensicOffices, ownForensic),
  "forensic.sample_withdrawn": may(forensicOffices, ownForensic),
  "forensic.family_told": may(forensicOffices, ownForensic),

  "summit.proposed": may(principals, plenary),
  "summit.answered": may(parties, plenary),
  "summit.condition_set": may(parties, plenary),
  "summit.condition_lifted": may(parties, plenary),
  "summit.condition_met": may(principals, plenary),
  "summit.track_set": may(principals, plenary),
  "summit.held": may(principals, plenary),

  "issue.opened": may(principals, ["plenary", ...own]),
  "position.cited": may(principals, ["plenary", ...own]),
  "issue.classified": may(principals, own),
  "return.received": may(receptions, receptions),
  "return.step_done": may(receptions, receptions),
  "return.finding_recorded": may(receptions, receptions),
  "return.impression_recorded": may(receptions, receptions),
  "consent.given": may(receptions, receptions),
  "consent.withdrawn": may(receptions, receptions),
  "outlook.given": may(speakers, ["plenary", "public", ...own]),

  "contact.claimed": may([...parties, "monitor"], truceWatchers),
  "plan.proposed": may(["operator"], ["humanitarian"]),
  "plan.filed": may(["operator"], planRooms),
  "site.reported": may(siteMembers, siteRooms),
  "site.updated": may(siteMembers, siteRooms),
  "site.withdrawn": may(siteMembers, siteRooms),
  "site.viewed": may(siteMembers, siteRooms),
  "mission.area_noticed": may(siteMembers, inField),
  "mission.planned": may(["operator"], inField),
  "mission.detailed": may(["operator"], siteRooms),
  "mission.notified": may(["operator"], inField),
  "mission.acknowledged": may(parties, inField),
  "mission.guarantee_said": may(parties, inField),
  "mission.hazard_said": may(siteMembers, inField),
  "mission.decided": may(["operator"], inField),
  "mission.step_noted": may(["operator"], inField),
  "mission.event_noted": may([...siteMembers, "monitor"], inField),
  "mission.received": may(parties, inField),
  "mission.ended": may(["operator"], inField),
};

/** Why an office may not say this kind in this room; undefined where the table lets it. */
export function refusedBy(who: Office, kind: Kind, where: Room): string | undefined {
  if (!roomTable[where].writers.includes(who)) return `it does not write in the room ${where}`;
  const row = whoMay[kind];
  if (!row.offices.includes(who)) return "the table of who may do what does not name it for this kind";
  if (!row.rooms.includes(where)) return `this kind is said in ${row.rooms.join(", ")}`;
  return undefined;
}
