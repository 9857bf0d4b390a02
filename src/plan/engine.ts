/**
 * What a plan of a truce is named by. Its version is raised whenever the same case, seed and iterations could get another plan:
 * whoever has these and the version gets the same.
 */
export const engine = { name: "parley-plan", version: "0.7.0" } as const;
