/**
 * What a plan is named by. Its version is raised whenever the same case and seed could get another plan: whoever has the case, the
 * seed and the version gets the same.
 */
export const engine = { name: "parley-exchange", version: "0.1.0" } as const;
