import { partyOf, type Side, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { instantOf, type World } from "../testing/index.ts";

const hour = 3_600_000;
const field = { room: "humanitarian" } as const;

export function planIn(world: World, more: Partial<PayloadOf<"mission.planned">> = {}, inHours = 72): ActId {
  const start = world.now + inHours * hour;
  return world.must({
    ...field,
    by: "operator",
    kind: "mission.planned",
    payload: {
      code: "M-1",
      task: "wounded_alone",
      emergency: false,
      cells: [{ row: 3_004, column: 4_008 }],
      startsAt: instantOf(start),
      endsAt: instantOf(start + 6 * hour),
      radioEveryMinutes: 30,
      teams: ["Team 1", "Team 2"].map((team) => ({
        team,
        type: "medical_team" as const,
        vehicles: 2,
        crew: 5,
        abortAt: instantOf(start + 5 * hour),
      })),
      ...more,
    },
  }).id;
}

export function notifyIn(world: World, mission: ActId, to: Side): ActId {
  const payload = { mission, to, at: instantOf(world.now), channel: "Liaison line" };
  return world.must({ ...field, by: "operator", kind: "mission.notified", payload }).id;
}

/** Everything that was missing, said by those who owe it, without the decision. */
export function prepareIn(world: World, mission: ActId, startsAt: string, endsAt: string): void {
  for (const side of sides) {
    const by = partyOf(side);
    notifyIn(world, mission, side);
    const confirmed = { mission, echelon: "confirmed_by_units", at: instantOf(world.now) } as const;
    world.must({ ...field, by, kind: "mission.acknowledged", payload: confirmed });
    const guarantee = { mission, given: true, startsAt, endsAt, words: "Our forces hold their fire." };
    world.must({ ...field, by, kind: "mission.guarantee_said", payload: guarantee });
    const cleared = { mission, state: "cleared", at: instantOf(world.now) } as const;
    world.must({ ...field, by, kind: "mission.hazard_said", payload: cleared });
  }
}

export function decideIn(world: World, mission: ActId, answer: "go" | "no_go"): ActId {
  return world.must({ ...field, by: "operator", kind: "mission.decided", payload: { mission, answer } }).id;
}

export function stepIn(
  world: World,
  mission: ActId,
  team: string,
  step: PayloadOf<"mission.step_noted">["step"],
  more: Partial<PayloadOf<"mission.step_noted">> = {},
): ActId {
  const payload = { mission, team, step, at: instantOf(world.now), ...more };
  return world.must({ ...field, by: "operator", kind: "mission.step_noted", payload }).id;
}
