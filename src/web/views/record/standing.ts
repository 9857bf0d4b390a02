import type { ActId } from "#record";
import type { ActStanding } from "#replica";
import type { At } from "../../desk/query.ts";

/** How far an act's place in the record is beyond the host's power; "not_recorded" until it has one. */
export type StandingWord = ActStanding["standing"];

export function standingOf({ replica }: At, id: ActId): StandingWord {
  return replica.standing(id)?.standing ?? "not_recorded";
}
