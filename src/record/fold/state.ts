import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act, Kind } from "../act/kinds.ts";
import { type CommuniquesState, emptyCommuniques } from "../communiques/fold.ts";
import { type ContactState, emptyContact } from "../contact/fold.ts";
import { type EligibilityState, emptyEligibility } from "../eligibility/fold.ts";
import { type ExchangesState, emptyExchanges } from "../exchanges/fold.ts";
import { emptyFootage, type FootageState } from "../footage/fold.ts";
import { emptyForensic, type ForensicState } from "../forensic/fold.ts";
import { emptyLineDay, type LineDayState } from "../lineday/fold.ts";
import { emptyLists, type ListsState } from "../lists/fold.ts";
import { emptyMissions, type MissionsState } from "../missions/fold.ts";
import { emptyPeople, type PeopleState } from "../people/fold.ts";
import { emptyPersons, type PersonsState } from "../persons/fold.ts";
import { emptyPlans, type PlansState } from "../plans/fold.ts";
import { emptyPositions, type PositionsState } from "../positions/fold.ts";
import { emptyProposals, type ProposalsState } from "../proposals/fold.ts";
import { emptyRemains, type RemainsState } from "../remains/fold.ts";
import { emptyReports, type ReportsState } from "../reports/fold.ts";
import { emptyReturns, type ReturnsState } from "../returns/fold.ts";
import { emptySites, type SitesState } from "../sites/fold.ts";
import { emptyStatements, type StatementsState } from "../statements/fold.ts";
import { emptySummits, type SummitsState } from "../summits/fold.ts";
import { emptyTalks, type TalksState } from "../talks/fold.ts";
import { emptyTranches, type TranchesState } from "../tranches/fold.ts";
import { emptyTruces, type TrucesState } from "../truces/fold.ts";

/** One correction: the act that made it and the wording that it replaced. */
type Correction = { readonly by: ActId; readonly before: unknown };

/**
 * What a viewer knows: the acts that he may read, each with its current wording, and per area how they
 * hang together, held per office. Joint states are not here: the views derive them.
 */
export type State = {
  /** In the order in which they were received. */
  readonly entries: Map<ActId, Entry>;
  readonly corrections: Map<ActId, Correction[]>;
  /** Acts that build on an act which this viewer has not read, by the id of that act. */
  readonly waiting: Map<ActId, Entry[]>;
  readonly people: PeopleState;
  readonly talks: TalksState;
  readonly proposals: ProposalsState;
  readonly statements: StatementsState;
  readonly communiques: CommuniquesState;
  readonly reports: ReportsState;
  readonly footage: FootageState;
  readonly truces: TrucesState;
  readonly exchanges: ExchangesState;
  readonly eligibility: EligibilityState;
  readonly tranches: TranchesState;
  readonly lists: ListsState;
  readonly persons: PersonsState;
  readonly lineday: LineDayState;
  readonly remains: RemainsState;
  readonly forensic: ForensicState;
  readonly summits: SummitsState;
  readonly positions: PositionsState;
  readonly returns: ReturnsState;
  readonly contact: ContactState;
  readonly plans: PlansState;
  readonly sites: SitesState;
  readonly missions: MissionsState;
};

export function emptyState(): State {
  return {
    entries: new Map(),
    corrections: new Map(),
    waiting: new Map(),
    people: emptyPeople(),
    talks: emptyTalks(),
    proposals: emptyProposals(),
    statements: emptyStatements(),
    communiques: emptyCommuniques(),
    reports: emptyReports(),
    footage: emptyFootage(),
    truces: emptyTruces(),
    exchanges: emptyExchanges(),
    eligibility: emptyEligibility(),
    tranches: emptyTranches(),
    lists: emptyLists(),
    persons: emptyPersons(),
    lineday: emptyLineDay(),
    remains: emptyRemains(),
    forensic: emptyForensic(),
    summits: emptySummits(),
    positions: emptyPositions(),
    returns: emptyReturns(),
    contact: emptyContact(),
    plans: emptyPlans(),
    sites: emptySites(),
    missions: emptyMissions(),
  };
}

/** Takes one act into the state; answers the id of an act that it builds on where that one is not there. */
export type Handler<K extends Kind> = (state: State, entry: Entry<Act<K>>) => ActId | undefined;
export type Handlers<K extends Kind> = { readonly [One in K]: Handler<One> };

/** The entry of an act of one kind with its current wording; undefined where it is unread or of another kind. */
export function entryOf<K extends Kind>(state: State, id: ActId, kind: K): Entry<Act<K>> | undefined {
  const entry = state.entries.get(id);
  return entry?.act.kind === kind ? (entry as Entry<Act<K>>) : undefined; // the kind has just been compared
}

/** As entryOf, for an id that a fold has stored: it stored it because the act was there. */
export function known<K extends Kind>(state: State, id: ActId, kind: K): Entry<Act<K>> {
  const entry = entryOf(state, id, kind);
  if (!entry) throw new Error(`The fold stored ${id} as ${kind}, and its entry is missing.`);
  return entry;
}
