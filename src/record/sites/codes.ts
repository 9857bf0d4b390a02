/** What the ground is like, as far as a team must know it before it comes. */
export const grounds = [
  "open_field",
  "forest",
  "built_up",
  "building",
  "trench",
  "road",
  "water_edge",
  "other_ground",
] as const;

/** How soon a person must be evacuated: urgent within an hour, priority within four, routine within a day. */
export const precedences = ["urgent", "urgent_surgical", "priority", "routine"] as const;

export const carriages = ["litter", "seated"] as const;

/** Whose wounded they are, in the word of who reports: those of the adverse party have a record of their own (Geneva I art. 16). */
export const belongings = ["own", "adverse", "not_known"] as const;

export const hazards = [
  "mines",
  "unexploded_ordnance",
  "booby_traps",
  "fire_heard",
  "collapse",
  "other_hazard",
] as const;

export const withdrawals = ["evacuated", "not_found", "reported_twice", "moved_on", "other_reason"] as const;
