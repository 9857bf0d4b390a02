import type { Steps } from "./steps.ts";

/**
 * Which checkpoints witnesses have cosigned: those whose note has more lines than origin, size, root, a blank one and
 * the log's own signature. The newest few are asked for again and again, and may lie far back in a long log.
 */
export const isCosigned = "length(note) - length(replace(note, '\n', '')) > 5";

const index = `create index checkpoint_cosigned on checkpoint (log, size) where ${isCosigned}`;

export const cosigned: Steps = { sqlite: [index], postgres: [index] };
