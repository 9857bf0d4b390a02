import { parties, principals } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { dueDeposits } from "../communiques/deposit.ts";
import { clearanceOf, communiqueStatus } from "../communiques/view.ts";
import { contactLines } from "../contact/view.ts";
import { eligibilityOf } from "../eligibility/view.ts";
import { exchangeHandovers, pledgeViews } from "../exchanges/view.ts";
import { known, type State } from "../fold/state.ts";
import { footageGate, isRecalled } from "../footage/view.ts";
import { samplesOf } from "../forensic/consents.ts";
import { custodyOf } from "../forensic/custody.ts";
import { identificationView } from "../forensic/identification.ts";
import { associationsOf, nextFor } from "../forensic/view.ts";
import { agreements, completedTerms, isAgreed } from "../gate/agreement.ts";
import { owed } from "../gate/gate.ts";
import { counters } from "../lineday/acts.ts";
import { blocksOf } from "../lineday/blocks.ts";
import { conflictsOf } from "../lineday/conflicts.ts";
import { receiptsOf } from "../lineday/receipts.ts";
import { tellingOf } from "../lineday/telling.ts";
import { lineDebts } from "../lineday/view.ts";
import { answerCounts, lineWords, listRounds, listStatus, signatureOf, versionsOf } from "../lists/view.ts";
import { missingOn } from "../missions/missing.ts";
import { courseOf, echelonOf, missionStatus, nextRadioCheck, teamsOf } from "../missions/view.ts";
import { processOf, seatedNow } from "../people/view.ts";
import { assertionsOn, matchable, matchStatus, matchWord, personOf } from "../persons/view.ts";
import { issueView } from "../positions/view.ts";
import { lineageOf, proposalStatus, stancesOf } from "../proposals/view.ts";
import { remainsHandovers, remainsTotals } from "../remains/view.ts";
import { entryOfReport, reportsOf } from "../reports/view.ts";
import { isWithheld } from "../returns/consents.ts";
import { pathwayOf } from "../returns/pathway.ts";
import { familyExtract } from "../returns/view.ts";
import { coarseNotice, sitesByExpiry } from "../sites/view.ts";
import { tracks } from "../summits/acts.ts";
import {
  circularConditions,
  standingConditions,
  summitStance,
  summitStatus,
  trackStatus,
} from "../summits/view.ts";
import { dateStance, pointStance, pointStatus, roundStatus } from "../talks/view.ts";
import { trancheDeliveries } from "../tranches/delivered.ts";
import { diffTranche } from "../tranches/diff.ts";
import type { Tranche } from "../tranches/fold.ts";
import { personsOf } from "../tranches/persons-of.ts";
import { trancheAnswer, trancheStatus } from "../tranches/view.ts";
import { diffTruce } from "../truces/diff.ts";
import {
  denunciationOf,
  endOf,
  extensionAnswer,
  orderStep,
  standingSuspensions,
  truceAnswer,
  truceStatus,
} from "../truces/view.ts";

/** All that the views make of a state at a time: for tests that hold of every view alike. */
export function everyView(state: State, now: number) {
  return {
    owed: owed(state, now),
    process: processOf(state),
    seated: seatedNow(state.people),
    stances: everyStance(state),
    rounds: [...state.talks.rounds.values()].map((round) => roundStatus(state, round)),
    points: [...state.talks.points.values()].map((point) => pointStatus(state, point)),
    agreed: agreements(state).map((one) => ({
      terms: completedTerms(state, one),
      isAgreed: isAgreed(state, one.id),
    })),
    proposals: [...state.proposals.tabled.values()].map((proposal) => ({
      status: proposalStatus(state, proposal, now),
      lineage: lineageOf(state, proposal.id),
    })),
    truces: [...state.truces.texts.values()].map((truce) => ({
      status: truceStatus(state, truce, now),
      end: endOf(state, truce),
      suspended: standingSuspensions(state, truce, now).map(({ id }) => id),
      denounced: denunciationOf(state, truce),
      steps: Object.fromEntries(parties.map((party) => [party, orderStep(state, truce, party) ?? ""])),
      changes: truce.retabledAs && changesIn(state, truce.id, truce.retabledAs),
    })),
    handovers: [...exchangeHandovers(state), ...remainsHandovers(state)],
    pledges: pledgeViews(state),
    totals: remainsTotals(state),
    eligible: eligibilityOf(state),
    tranches: [...state.tranches.tabled.values()].map((tranche) => ({
      status: trancheStatus(state, tranche),
      persons: personsOf(state, tranche),
      delivered: trancheDeliveries(state, tranche),
      changes: tranche.replacedBy && diffTranche(state, tranche, laterThan(state, tranche.replacedBy)),
    })),
    lists: [...state.lists.lists.values()].map((list) => ({
      status: listStatus(list),
      words: lineWords(state, list),
      counts: answerCounts(state, list),
      versions: versionsOf(state, list.id).map((one) => one.id),
      signed: { a: signatureOf(list, "a"), b: signatureOf(list, "b") },
      person: personOf(state, { list: list.id, line: 1 }),
      matchable: matchable(state, { list: list.id, line: 1 }),
      assertions: assertionsOn(state, [{ list: list.id, line: 1 }]),
    })),
    listRounds: listRounds(state),
    matches: [...state.persons.matches.values()].map((match) => matchStatus(state, match)),
    summits: [...state.summits.meetings.values()].map((summit) => ({
      status: summitStatus(state, summit),
      standing: standingConditions(state, summit),
      circles: circularConditions(state, summit),
      tracks: tracks.map((track) => trackStatus(state, summit, track)),
    })),
    returns: [...state.returns.received.values()].map((person) => ({
      pathway: pathwayOf(state, person, now),
      extract: familyExtract(state, person),
    })),
    sites: sitesByExpiry(state, now).map((one) => ({ ...one, notice: coarseNotice(one, now) })),
    missions: [...state.missions.missions.values()].map((mission) => ({
      status: missionStatus(state, mission),
      missing: missingOn(state, mission, now),
      teams: teamsOf(state, mission),
      radio: nextRadioCheck(state, mission),
      course: courseOf(state, mission),
    })),
    containers: [...state.forensic.containers.values()].map((container) => ({
      next: nextFor(state, container),
      custody: custodyOf(state, container),
    })),
    cases: [...state.forensic.cases.values()].map((one) => associationsOf(state, one)),
    identifications: [...state.forensic.identifications.values()].map((one) =>
      identificationView(state, one),
    ),
    samples: [...state.forensic.persons.values()].map((one) => samplesOf(state, one)),
    withheld: [...state.entries.values()]
      .filter(({ act }) => isWithheld(state, act))
      .map(({ act }) => act.id),
    lineDays: [...state.lineday.manifests.values()].map((day) => ({
      blocks: blocksOf(state, day),
      tellings: counters.map((counter) => tellingOf(state, day, counter)),
      conflicts: conflictsOf(state, day),
      receipts: receiptsOf(state, day).status,
    })),
    communiques: [...state.communiques.tabled.values()].map((one) => communiqueStatus(state, one, now)),
    reports: reportsOf(state),
    reportEntries: [...state.reports.entries.keys()].map((id) => entryOfReport(state, id)),
    deposits: dueDeposits(state, now).length,
    footage: [...state.footage.registered.values()].map((one) => ({
      gates: one.redactions.map((id) =>
        footageGate(state, one, known(state, id, "footage.redacted").act.payload, now),
      ),
    })),
    releases: [...state.footage.released.keys()].map((id) => isRecalled(state, id)),
    contactLines: [...contactLines(state).values()],
    plans: [...state.plans.proposed.values()],
    lineDebts: lineDebts(state),
    issues: [...state.positions.issues.values()].map((issue) => issueView(state, issue)),
  };
}

/** What each office itself has said of each thing that it was asked, by `office thing`. */
export function everyStance(state: State): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const proposal of state.proposals.tabled.values())
    for (const [office, stance] of stancesOf(state, proposal)) found.set(`${office} ${proposal.id}`, stance);
  for (const round of state.talks.rounds.values())
    for (const office of principals) found.set(`${office} ${round.id}`, dateStance(state, round, office));
  for (const match of state.persons.matches.values())
    for (const office of match.words.keys())
      found.set(`${office} ${match.id}`, matchWord(state, match, office));
  for (const one of state.communiques.tabled.values())
    for (const language of one.answers.keys())
      for (const office of principals)
        found.set(`${office} ${one.id} ${language}`, clearanceOf(state, one, language, office));
  for (const assertion of state.persons.assertions.values())
    for (const [office, id] of assertion.stances) found.set(`${office} ${assertion.id}`, id);
  for (const list of state.lists.lists.values())
    for (const [office, { id }] of list.signatures) found.set(`${office} ${list.id}`, id);
  for (const party of parties) {
    for (const point of state.talks.points.values())
      found.set(`${party} ${point.id}`, pointStance(state, point, party));
    for (const truce of state.truces.texts.values()) {
      found.set(`${party} ${truce.id}`, truceAnswer(state, truce, party));
      for (const extension of truce.extensions.values())
        found.set(`${party} ${extension.id}`, extensionAnswer(state, extension, party));
    }
    for (const tranche of state.tranches.tabled.values())
      found.set(`${party} ${tranche.id}`, trancheAnswer(state, tranche, party));
    for (const mission of state.missions.missions.values())
      found.set(`${party} ${mission.id}`, echelonOf(state, mission, party) ?? "no_answer");
    for (const summit of state.summits.meetings.values())
      found.set(`${party} ${summit.id}`, summitStance(state, summit, party));
  }
  return found;
}

function changesIn(state: State, earlier: ActId, later: ActId) {
  const terms = (id: ActId) => known(state, id, "truce.tabled").act.payload.terms;
  return diffTruce(terms(earlier), terms(later));
}

function laterThan({ tranches }: State, id: ActId): Tranche {
  const found = tranches.tabled.get(id);
  if (!found) throw new Error(`The tranche ${id} replaces another and is not there.`);
  return found;
}
