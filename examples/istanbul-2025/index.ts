import { type Example, withIds } from "../example.ts";
import type { Said } from "../said.ts";
import { before } from "./acts/01-before-the-talks.ts";
import { roundOfMay } from "./acts/02-round-16-may.ts";
import { exchangeOfMay } from "./acts/03-exchange-1000.ts";
import { roundOfJune } from "./acts/04-round-2-june.ts";
import { bodies } from "./acts/05-bodies-june-july.ts";
import { roundOfJuly } from "./acts/06-round-23-july.ts";
import { afterJuly } from "./acts/07-after-july.ts";
import { founding, seats } from "./founding.ts";

const said: readonly Said[] = [
  ...before,
  ...roundOfMay,
  ...exchangeOfMay,
  ...roundOfJune,
  ...bodies,
  ...roundOfJuly,
  ...afterJuly,
];

const process = "istanbul-2025";

/** The Istanbul talks of 2025 as acts of a process, in the order in which they were received. */
export const istanbul = {
  process,
  founding,
  seats,
  acts: withIds(process, said),
  blobs: [],
} as const satisfies Example;
