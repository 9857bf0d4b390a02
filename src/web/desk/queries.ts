import { claims } from "../views/claims/query.ts";
import { claimsSaying } from "../views/claims/saying-query.ts";
import { board } from "../views/exchange/board-query.ts";
import { exchangeCase } from "../views/exchange/planner/case-query.ts";
import { tranche } from "../views/exchange/tranche-query.ts";
import { footages } from "../views/footage/query.ts";
import { home } from "../views/home/query.ts";
import { joints } from "../views/joint/query.ts";
import { day } from "../views/lineday/day-query.ts";
import { days } from "../views/lineday/query.ts";
import { listQueries } from "../views/lists/query.ts";
import { mapLines } from "../views/map/query.ts";
import { mission } from "../views/missions/mission-query.ts";
import { missions } from "../views/missions/query.ts";
import { people } from "../views/people/query.ts";
import { proposalQueries } from "../views/proposals/query.ts";
import { publicHome } from "../views/public/query.ts";
import { readingDesk } from "../views/reading/query.ts";
import { person } from "../views/reception/person-query.ts";
import { ward } from "../views/reception/query.ts";
import { recordQueries } from "../views/record/query.ts";
import { asked, caseOf } from "../views/remains/case-query.ts";
import { container } from "../views/remains/container-query.ts";
import { sought } from "../views/remains/person-query.ts";
import { remains } from "../views/remains/query.ts";
import { site, sites } from "../views/sites/query.ts";
import { statementQueries } from "../views/statements/query.ts";
import { meeting } from "../views/summits/meeting-query.ts";
import { meetings } from "../views/summits/query.ts";
import { rounds } from "../views/talks/query.ts";
import { round } from "../views/talks/round-query.ts";
import { truces, weigh } from "../views/truces/all-query.ts";
import { declaration } from "../views/truces/declaration-query.ts";
import { truce } from "../views/truces/one-query.ts";
import { windowPlans } from "../views/window/query.ts";
import { process } from "./process.ts";

/** Every question that a page can ask, by its name. */
export const queries = {
  claims,
  "claims.saying": claimsSaying,
  "exchange.board": board,
  "exchange.case": exchangeCase,
  "exchange.one": tranche,
  home,
  "footage.all": footages,
  "joint.all": joints,
  ...listQueries,
  "lineday.all": days,
  "lineday.one": day,
  "map.lines": mapLines,
  "missions.all": missions,
  "missions.one": mission,
  process,
  people,
  public: publicHome,
  ...proposalQueries,
  ...statementQueries,
  "reading.desk": readingDesk,
  ...recordQueries,
  "reception.person": person,
  "reception.ward": ward,
  "sites.all": sites,
  "sites.one": site,
  "remains.all": remains,
  "remains.asked": asked,
  "remains.case": caseOf,
  "remains.container": container,
  "remains.person": sought,
  "summits.all": meetings,
  "summits.one": meeting,
  "talks.rounds": rounds,
  "talks.round": round,
  "truces.all": truces,
  "truces.declaration": declaration,
  "truces.one": truce,
  "truces.weigh": weigh,
  "window.plans": windowPlans,
} as const;

export type Queries = typeof queries;
