import { z } from "zod";
import { actId } from "../act/act.ts";

/** A record of a person: one line of one list, counted from 1. */
export const recordRef = z.strictObject({ list: actId, line: z.int().positive() });
