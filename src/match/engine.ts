/**
 * What a proposal names this engine by. Its version is raised whenever the same lists could get other probabilities: whoever has the
 * lists and the version gets the same.
 */
export const engine = { name: "parley-match", version: "0.2.0" } as const;
