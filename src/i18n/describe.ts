import { type Act, type ActId, codeInGroups, partyOf, type RecordRef, type State } from "#record";
import { sayClaim } from "./amounts.ts";
import { sayEntry } from "./entries.ts";
import { officeName, sayCell, sayListKind, sayPurpose, sayWord } from "./names.ts";
import type { MessageKey, Params, Translate } from "./translate.ts";

/** One line that says what an act does and in whose name, for lists, the timeline and the preview before signing. */
export function describeAct(t: Translate, state: State, act: Act): string {
  const who = officeName(t, state, act.by.office);
  const key: MessageKey = `kind.${act.kind}`;
  const said = t(key, { who, title: "", answer: "", count: "", speaker: "", ...paramsOf(t, state, act) });
  // an office's name stands in sentences too: here it may be the first word of one
  return said.charAt(0).toLocaleUpperCase(t.language) + said.slice(1);
}

/** The title of the act that another refers to, or its id where it is not read. */
export function titleOf(t: Translate, state: State, id: ActId): string {
  const act = state.entries.get(id)?.act;
  const title = act && paramsOf(t, state, act).title;
  return title ? String(title) : id;
}

/** A record of a person by its place: a list's title and a line. Who stands there is in the list's content. */
export function sayRecord(t: Translate, state: State, { list, line }: RecordRef): string {
  return t("list.record", { list: titleOf(t, state, list), line });
}

function paramsOf(t: Translate, state: State, act: Act): Params {
  const about = (id: ActId) => titleOf(t, state, id);
  const record = (one: RecordRef) => sayRecord(t, state, one);
  switch (act.kind) {
    case "process.opened":
      return { title: act.payload.title[t.language] };
    case "act.corrected":
      return { title: act.payload.reason };
    case "paper.sealed":
    case "paper.keys_handed":
    case "round.closed":
    case "record.accepted":
      return {};
    case "seat.granted":
      return { title: act.payload.title };
    case "seat.revoked":
      return { title: `${act.payload.member}, ${act.payload.reason}` };
    case "head.replaced":
      return { title: act.payload.reason };
    case "powers.presented":
      return { title: `${act.payload.authority}, ${act.payload.reference}` };
    case "round.proposed":
    case "document.handed_over":
    case "proposal.drafted":
    case "proposal.tabled":
    case "truce.tabled":
    case "truce.declared":
    case "summit.proposed":
    case "issue.opened":
    case "contact.claimed":
    case "plan.proposed":
      return { title: act.payload.title };
    case "round.date_answered":
      return { answer: sayWord(t, act.payload.answer), title: about(act.payload.round) };
    case "preparatory.held":
      return { title: act.payload.with.join(", ") };
    case "composition.listed":
      return { title: `${act.payload.head.name}, ${act.payload.head.capacity}` };
    case "agenda.set":
      return { title: act.payload.items.join("; ") };
    case "round.opened":
      return { title: act.payload.venue };
    case "point.recorded":
      return { title: act.payload.text };
    case "point.answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.point));
    case "readout.given":
      return { title: `${act.payload.speaker.name}, ${act.payload.speaker.capacity}` };
    case "proposal.answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.proposal));
    case "proposal.withdrawn":
      return { title: about(act.payload.proposal) };
    case "condition.answered":
      return answered(sayWord(t, act.payload.met ? "met" : "not_met"), act.payload.key);
    case "statement.captured":
      return {
        speaker: `${act.payload.speaker.name}, ${act.payload.speaker.capacity}`,
        title: `“${act.payload.verbatim}”`,
      };
    case "statement.claim_noted": {
      const { type, claim } = act.payload;
      return { answer: claim ? `${sayWord(t, type)}, ${sayClaim(t, claim)}` : sayWord(t, type) };
    }
    case "statement.answered":
      return { answer: sayWord(t, act.payload.answer) };
    case "report.entry_noted": {
      const { entry } = act.payload;
      const told = sayEntry(t, state, entry);
      return { answer: t(`entry.${entry.class}`), title: told === "" ? "" : ` (${told})` };
    }
    case "report.entry_withdrawn":
      return { title: about(act.payload.entry) };
    case "communique.tabled":
    case "communique.released":
      return { title: act.payload.versions[0]?.title ?? "" };
    case "communique.release_deposited":
      return { title: about(act.payload.communique) };
    case "footage.registered":
    case "footage.released":
      return { title: act.payload.title };
    case "footage.person_marked":
      return answered(`${act.payload.person}: ${sayWord(t, act.payload.now)}`, about(act.payload.footage));
    case "footage.held_checked":
      return answered(
        `${act.payload.person}: ${sayWord(t, act.payload.himself)}`,
        about(act.payload.footage),
      );
    case "footage.consent_given":
    case "footage.consent_withdrawn":
      return answered(String(act.payload.person), about(act.payload.footage));
    case "footage.viewed":
    case "footage.redacted":
    case "footage.interest_stated":
      return { title: about(act.payload.footage) };
    case "footage.interest_signed":
      return { title: about(act.payload.interest) };
    case "footage.recalled":
      return { title: about(act.payload.release) };
    case "communique.answered":
      return answered(sayWord(t, act.payload.answer), act.payload.language);
    case "truce.answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.truce));
    case "truce.order_issued":
      return { title: `${act.payload.number}, ${act.payload.signatory}` };
    case "truce.order_acknowledged":
      return answered(sayWord(t, act.payload.step), about(act.payload.truce));
    case "truce.extension_answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.truce));
    case "truce.suspended_locally":
      return { title: `${act.payload.zone}, ${about(act.payload.truce)}` };
    case "truce.resumed": {
      const suspended = state.entries.get(act.payload.suspension)?.act;
      const zone = suspended?.kind === "truce.suspended_locally" ? `${suspended.payload.zone}, ` : "";
      return { title: `${zone}${about(act.payload.truce)}` };
    }
    case "truce.closing_reported":
    case "truce.extension_proposed":
      return { title: about(act.payload.truce) };
    case "truce.guarantee_given":
      return { title: act.payload.words };
    case "truce.readiness_said":
      return answered(sayWord(t, act.payload.answer), about(act.payload.truce));
    case "truce.declaration_answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.declaration));
    case "truce.denounced":
      return { title: about(act.payload.truce) };
    case "truce.count_claimed":
      return { count: sayClaim(t, act.payload.count), title: act.payload.what };
    case "plan.filed":
      return { title: about(act.payload.plan) };
    case "pledge.made":
      return { count: sayClaim(t, act.payload.gives), title: about(act.payload.agreement) };
    case "list.handed_over":
      return { title: `${act.payload.title} (${sayClaim(t, act.payload.count)})` };
    case "list.committed":
    case "list.submitted":
      return { title: `${act.payload.title} (${sayListKind(t, act.payload.kind)})` };
    case "list.revealed":
      return { title: about(act.payload.commitment) };
    case "list.lines_answered":
      return {
        count: t("list.lines", {
          n: (act.payload.takenOver ?? []).reduce((n, { lines }) => n + lines, act.payload.answers.length),
        }),
        title: about(act.payload.list),
      };
    case "list.version_signed":
      return { title: about(act.payload.list) };
    case "match.proposed":
      return { title: act.payload.records.map(record).join("; ") };
    case "match.confirmed":
      return { title: about(act.payload.match) };
    case "match.rejected":
    case "match.revoked":
      return { title: act.payload.reason };
    case "match.requested":
      return { title: record(act.payload.record) };
    case "match.request_answered":
      return { answer: sayWord(t, act.payload.answer) };
    case "assertion.made": {
      const { property, value, precision } = act.payload;
      return { answer: sayWord(t, property), title: value ?? sayWord(t, precision) };
    }
    case "assertion.stance_said":
      return answered(sayWord(t, act.payload.stance), about(act.payload.assertion));
    case "exchange.handed_over":
    case "exchange.received":
    case "remains.handed_over":
    case "remains.received":
    case "remains.offered":
    case "remains.accepted":
    case "remains.total_claimed":
      return { count: sayClaim(t, act.payload.count) };
    case "line.manifest_made": {
      const { persons, day, place } = act.payload;
      return { title: `${t("line.persons", { n: persons.length })}, ${day}, ${place}` };
    }
    case "line.steps_noted": {
      const { steps } = act.payload;
      const kinds = [...new Set(steps.map((one) => sayWord(t, one.step)))];
      return { count: `${kinds.join(", ")} (${t("line.steps", { n: steps.length })})` };
    }
    case "line.block_opened": {
      const { block, codes } = act.payload;
      return { title: `${t("line.block", { n: block })}, ${t("line.persons", { n: codes.length })}` };
    }
    case "line.counted": {
      const { block, heads } = act.payload;
      return { title: `${t("line.block", { n: block })}, ${t("line.persons", { n: heads })}` };
    }
    case "line.exception_noted": {
      const { code, type } = act.payload.exception;
      return { title: `${codeInGroups(code)}, ${sayWord(t, type)}` };
    }
    case "line.receipt_signed": {
      const { came, exceptions } = act.payload;
      const others = exceptions.map((one) => `${sayWord(t, one.type)} ${one.codes.length}`);
      return { title: [`${sayWord(t, "came")} ${came.length}`, ...others].join(", ") };
    }
    case "exchange.linked":
    case "remains.linked":
      return answered(sayWord(t, act.payload.stance), about(act.payload.agreement));
    case "eligibility.proposed":
      return { title: sayWord(t, act.payload.category) };
    case "eligibility.examined":
      return { answer: sayWord(t, act.payload.decision) };
    case "eligibility.certified":
      return { title: `${sayWord(t, act.payload.class)}, ${act.payload.decidedOn}` };
    case "eligibility.withheld":
    case "wish.taken":
      return {};
    case "tranche.tabled":
      return { title: act.payload.title };
    case "tranche.answered":
    case "tranche.readiness_said":
      return answered(sayWord(t, act.payload.answer), about(act.payload.tranche));
    case "tranche.locked":
    case "tranche.substitution_proposed":
    case "tranche.linked":
      return { title: about(act.payload.tranche) };
    case "tranche.substitution_answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.substitution));
    case "tranche.staged": {
      const { custodyConfirmed, fitToTravel, tranche } = act.payload;
      const word = custodyConfirmed && fitToTravel ? "staged" : "staged_in_part";
      return answered(sayWord(t, word), about(tranche));
    }
    case "summit.answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.summit));
    case "summit.condition_set":
      return { title: act.payload.words };
    case "summit.condition_lifted":
    case "summit.condition_met":
      return { title: about(act.payload.condition) };
    case "summit.track_set": {
      const { track, state: at, value } = act.payload;
      return { title: sayWord(t, track), answer: value ? `${sayWord(t, at)}, ${value}` : sayWord(t, at) };
    }
    case "summit.held":
      return { title: about(act.payload.summit) };
    case "position.cited":
      return { title: act.payload.position };
    case "issue.classified":
      return answered(sayWord(t, act.payload.box), about(act.payload.issue));
    case "outlook.given":
      return { title: act.payload.words };
    case "return.received":
      return { title: act.payload.person };
    case "return.step_done": {
      const { step, outcome } = act.payload;
      return { title: about(act.payload.return), answer: `${sayWord(t, step)}: ${sayWord(t, outcome)}` };
    }
    case "return.finding_recorded":
    case "return.impression_recorded":
      return { title: about(act.payload.return) };
    case "consent.given":
      return { title: about(act.payload.return), answer: sayPurpose(t, act.payload.purpose) };
    case "consent.withdrawn":
      return consentParams(t, state, act.payload.consent);
    case "site.reported":
    case "mission.planned":
      return { title: act.payload.code };
    case "site.updated":
      return { title: about(act.payload.site) };
    case "site.withdrawn":
      return { title: about(act.payload.site), answer: sayWord(t, act.payload.reason) };
    case "site.viewed":
      return { title: [...new Set(act.payload.opened.map(({ site }) => about(site)))].join(", ") };
    case "mission.area_noticed":
      return { title: sayCell(t, act.payload.cell) };
    case "mission.detailed":
      return { title: about(act.payload.mission) };
    case "mission.notified":
      return { answer: officeName(t, state, partyOf(act.payload.to)), title: about(act.payload.mission) };
    case "mission.acknowledged":
      return { answer: sayWord(t, act.payload.echelon), title: about(act.payload.mission) };
    case "mission.guarantee_said":
      return { answer: t(act.payload.given ? "field.yes" : "field.no"), title: about(act.payload.mission) };
    case "mission.hazard_said":
      return { answer: sayWord(t, act.payload.state), title: about(act.payload.mission) };
    case "mission.decided":
      return { answer: sayWord(t, act.payload.answer), title: about(act.payload.mission) };
    case "mission.step_noted": {
      const { team, step, mission } = act.payload;
      return { answer: `${team}, ${sayWord(t, step)}`, title: about(mission) };
    }
    case "mission.event_noted":
      return { answer: sayWord(t, act.payload.event), title: about(act.payload.mission) };
    case "mission.received": {
      const { wounded, remains, mission } = act.payload;
      const counts = { wounded: sayWord(t, wounded), remains: sayWord(t, remains) };
      return { answer: t("show.received_counts", counts), title: about(mission) };
    }
    case "mission.ended":
      return { answer: sayWord(t, act.payload.outcome), title: about(act.payload.mission) };
    case "forensic.container_recorded":
      return { title: codeInGroups(act.payload.code) };
    case "forensic.container_checked":
      return answered(sayWord(t, act.payload.found), about(act.payload.container));
    case "forensic.custody_given":
      return answered(officeName(t, state, act.payload.to), about(act.payload.container));
    case "forensic.custody_taken":
      return { title: about(act.payload.given) };
    case "forensic.effects_packed":
      return { title: act.payload.packet };
    case "forensic.case_opened":
      return { title: act.payload.number };
    case "forensic.case_associated":
      return answered(sayWord(t, act.payload.stance), about(act.payload.case));
    case "forensic.person_entered":
      return { title: act.payload.person };
    case "forensic.identification_stated":
      return answered(sayWord(t, act.payload.level), about(act.payload.case));
    case "forensic.identification_answered":
      return answered(sayWord(t, act.payload.answer), about(act.payload.identification));
    case "forensic.identification_revoked":
      return answered(sayWord(t, act.payload.reason), about(act.payload.identification));
    case "forensic.case_returned":
      return answered(officeName(t, state, partyOf(act.payload.to)), about(act.payload.case));
    case "forensic.sample_consented":
      return answered(sayPurpose(t, act.payload.purpose), String(act.payload.sample));
    case "forensic.sample_withdrawn":
      return consentParams(t, state, act.payload.consent);
    case "forensic.family_told":
      return answered(sayWord(t, act.payload.news), about(act.payload.identification));
    default:
      return act satisfies never;
  }
}

// Of a consent that is not read, its id.
function consentParams(t: Translate, state: State, id: ActId): Params {
  const consent = state.entries.get(id)?.act;
  return consent?.kind === "consent.given" || consent?.kind === "forensic.sample_consented"
    ? paramsOf(t, state, consent)
    : { title: id };
}

function answered(answer: string, title: string): Params {
  return { answer: `${answer} (${title})`, title };
}
