export const tasks = ["wounded_alone", "remains_alone", "wounded_and_remains"] as const;

export const teamTypes = ["medical_team", "recovery_team", "liaison_team", "clearance_team"] as const;

/** How far a notification has come within a side, in that side's own word: told is not yet known to who shoots. */
export const echelons = ["received", "passed_to_units", "confirmed_by_units"] as const;
export type Echelon = (typeof echelons)[number];

export const hazardStates = ["cleared", "marked", "not_cleared", "not_known"] as const;

/** What a team does, in the order in which it does it. */
export const teamSteps = [
  "en_route",
  "on_site",
  "loaded",
  "handed_over",
  "turned_back",
  "radio_check",
] as const;
export type TeamStep = (typeof teamSteps)[number];

/** What happens to a mission, by the clock of who says it. */
export const events = [
  "fire",
  "sides_told",
  "fire_stopped",
  "halted",
  "obstacle",
  "radio_missed",
  "team_left",
  "other_event",
] as const;

export const outcomes = ["closed", "aborted", "not_completed"] as const;

export const emblems = ["emblem_cross", "emblem_crescent", "emblem_crystal", "own_mark"] as const;
