import { sides } from "../access/offices.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known } from "../fold/state.ts";
import type { missionActs } from "../missions/acts.ts";
import { echelons, events, hazardStates, outcomes, tasks, teamSteps } from "../missions/codes.ts";
import type { Mission } from "../missions/fold.ts";
import type { siteActs } from "../sites/acts.ts";
import { bands } from "../sites/band.ts";
import { belongings, carriages, grounds, hazards, precedences, withdrawals } from "../sites/codes.ts";
import type { Site } from "../sites/fold.ts";
import { coarseNotice, sitesByExpiry } from "../sites/view.ts";
import { instantOf } from "./builders.ts";
import { anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

type Areas = typeof siteActs & typeof missionActs;

const hour = 3_600_000;

function anySite({ state, random, by, room }: Context): Site | undefined {
  const all = [...state.sites.sites.values()];
  const own = all.filter((one) => one.room === room && one.author === by && one.withdrawn === undefined);
  return anyOf(random, chance(random, 0.9) ? own : all);
}

function anyMission({ state, random }: Context): Mission | undefined {
  const all = [...state.missions.missions.values()];
  const open = all.filter((one) => one.replacedBy.length === 0 && one.outcomes.length === 0);
  return anyOf(random, chance(random, 0.9) ? open : all);
}

// Somewhere in a river's bend that is on no map.
function body({ now, random }: Context): Omit<PayloadOf<"site.reported">, "code"> {
  const reported = now - random.below(3) * hour;
  return {
    position: {
      lon: 30_000_000 + random.below(1_000_000),
      lat: 45_000_000 + random.below(1_000_000),
      accuracyMetres: 10 + random.below(90),
    },
    ...maybe("zone", chance(random, 0.3) ? "North bend" : undefined),
    ground: random.pick(grounds),
    reportedAt: instantOf(reported),
    validUntil: instantOf(reported + (1 + random.below(60)) * hour),
    ...maybe("noticeFrom", chance(random, 0.6) ? instantOf(now + random.below(12) * hour) : undefined),
    wounded: Array.from({ length: random.below(3) }, () => ({
      precedence: random.pick(precedences),
      carriage: random.pick(carriages),
      count: 1 + random.below(7),
      whose: random.pick(belongings),
      lastReport: instantOf(reported - random.below(5) * hour),
    })),
    ...maybe(
      "remains",
      chance(random, 0.6) ? { low: random.below(3), high: 2 + random.below(9) } : undefined,
    ),
    hazards: chance(random, 0.5) ? [random.pick(hazards)] : [],
    ...maybe("access", chance(random, 0.3) ? "On foot from the east." : undefined),
  };
}

function plan({ now, random, state }: Context): PayloadOf<"mission.planned"> {
  const start = now + random.below(60) * hour;
  const end = start + (1 + random.below(30)) * hour;
  const open = [...state.missions.missions.values()].filter((one) => one.replacedBy.length === 0);
  return {
    code: `M-${1 + random.below(900)}`,
    task: random.pick(tasks),
    emergency: chance(random, 0.5),
    cells: [{ row: 3_000 + random.below(9), column: 4_000 + random.below(9) }],
    startsAt: instantOf(start),
    endsAt: instantOf(end),
    radioEveryMinutes: 30,
    teams: ["Team 1", "Team 2"].slice(random.below(2)).map((team) => ({
      team,
      type: "medical_team" as const,
      vehicles: 2,
      crew: 5,
      abortAt: instantOf(chance(random, 0.05) ? end + hour : end - random.below(2) * 1_800_000),
    })),
    ...maybe("replaces", chance(random, 0.2) ? anyOf(random, open)?.id : undefined),
  };
}

const on = <T extends object>(context: Context, of: (mission: Mission) => T) => {
  const mission = anyMission(context);
  return mission && { mission: mission.id, ...of(mission) };
};

export const missionPayloads: Payloads<keyof Areas> = {
  "site.reported": (context) => ({ code: `K-${1 + context.random.below(400)}`, ...body(context) }),
  "site.updated": (context) => {
    const site = anySite(context);
    return site && { site: site.id, ...body(context) };
  },
  "site.withdrawn": (context) => {
    const site = anySite(context);
    return site && { site: site.id, reason: context.random.pick(withdrawals) };
  },
  "site.viewed": (context) => {
    const { state, random, now, room } = context;
    const site = anyOf(
      random,
      [...state.sites.sites.values()].filter((one) => one.room === room || chance(random, 0.1)),
    );
    return site && { opened: [{ site: site.id, at: instantOf(now) }] };
  },
  "mission.area_noticed": ({ state, now, random }) => {
    const real = anyOf(
      random,
      sitesByExpiry(state, now).flatMap((one) => coarseNotice(one, now) ?? []),
    );
    return (
      real ?? {
        cell: { row: 3_004, column: 4_008 },
        wounded: random.pick(bands),
        remains: random.pick(bands),
        hazards: [random.pick(hazards)],
        validUntil: instantOf(now + random.below(24) * hour),
      }
    );
  },
  "mission.planned": plan,
  "mission.detailed": (context) =>
    on(context, () => ({
      sites: [...context.state.sites.sites.values()]
        .filter((one) => one.room === context.room || chance(context.random, 0.05))
        .slice(0, 2)
        .map((one) => one.id),
      route: [
        {
          lon: 30_000_000 + context.random.below(1_000_000),
          lat: 45_000_000 + context.random.below(1_000_000),
        },
      ],
      routeWords: "By the east road to the bend.",
      vehicles: [
        { team: "Team 1", description: "Ambulance", plate: "XX 0001", emblem: "emblem_crystal" as const },
      ],
      phones: ["First telephone"],
      receiving: "Hospital at the east road",
    })),
  "mission.notified": (context) =>
    on(context, () => ({
      to: context.random.pick(sides),
      at: instantOf(context.now),
      channel: "Liaison line",
    })),
  "mission.acknowledged": (context) =>
    on(context, () => ({
      echelon: context.random.pick([...echelons, "recalled"] as const),
      at: instantOf(context.now),
    })),
  "mission.guarantee_said": (context) =>
    on(context, ({ id }) => {
      const { startsAt, endsAt } = known(context.state, id, "mission.planned").act.payload;
      const isSwapped = chance(context.random, 0.05);
      return {
        given: chance(context.random, 0.9),
        startsAt: isSwapped ? endsAt : startsAt,
        endsAt: isSwapped ? startsAt : endsAt,
        words: "Our forces hold their fire in the cells of this mission.",
      };
    }),
  "mission.hazard_said": (context) =>
    on(context, () => ({
      state: context.random.pick(hazardStates),
      at: instantOf(context.now),
    })),
  "mission.decided": (context) =>
    on(context, () => ({ answer: chance(context.random, 0.8) ? ("go" as const) : ("no_go" as const) })),
  "mission.step_noted": (context) =>
    on(context, () => {
      const step = context.random.pick(teamSteps);
      return {
        team: chance(context.random, 0.9) ? "Team 2" : "Team 9",
        step,
        at: instantOf(context.now),
        ...maybe("to", step === "handed_over" ? context.random.pick(sides) : undefined),
        ...maybe("wounded", step === "loaded" ? ("fewer_than_5" as const) : undefined),
      };
    }),
  "mission.event_noted": (context) =>
    on(context, () => ({ event: context.random.pick(events), at: instantOf(context.now) })),
  "mission.received": (context) =>
    on(context, () => ({
      at: instantOf(context.now),
      wounded: context.random.pick(bands),
      remains: context.random.pick(bands),
      ...maybe(
        "adverse",
        chance(context.random, 0.4)
          ? { count: context.random.below(9), recordMade: chance(context.random, 0.5) }
          : undefined,
      ),
    })),
  "mission.ended": (context) =>
    on(context, ({ id }) => {
      const outcome = context.random.pick(outcomes);
      const { endsAt } = known(context.state, id, "mission.planned").act.payload;
      return {
        outcome,
        at: instantOf(Math.min(context.now, epochMs(endsAt))),
        ...maybe("words", chance(context.random, 0.8) ? "Fire near the road." : undefined),
        ...maybe(
          "left",
          outcome === "not_completed"
            ? { wounded: context.random.pick(bands), remains: context.random.pick(bands) }
            : undefined,
        ),
      };
    }),
};
