import type { en } from "./en/index.ts";

/** All that the engine knows of one language; the rules themselves have no words. */
export type Language = typeof en;
