/** Who enters an act: a demonstration seat, never an official. The capacity says so on every act. */
export const host = {
  by: "host",
  member: "host-secretary",
  capacity: "demonstration seat of the host, from public reports",
} as const;

export const partyA = {
  by: "party-a",
  member: "a-negotiator",
  capacity: "demonstration seat of the Russian Federation, from public reports",
} as const;

export const adviserA = { ...partyA, member: "a-adviser" } as const;

export const partyB = {
  by: "party-b",
  member: "b-negotiator",
  capacity: "demonstration seat of Ukraine, from public reports",
} as const;

export const adviserB = { ...partyB, member: "b-adviser" } as const;

export const pressA = { ...partyA, by: "press-a", member: "a-press" } as const;
export const pressB = { ...partyB, by: "press-b", member: "b-press" } as const;
export const exchangeA = { ...partyA, by: "exchange-a", member: "a-exchange" } as const;
export const exchangeB = { ...partyB, by: "exchange-b", member: "b-exchange" } as const;

export const monitor = {
  by: "monitor",
  member: "monitor-one",
  capacity: "demonstration seat of the monitor, from this record",
} as const;
