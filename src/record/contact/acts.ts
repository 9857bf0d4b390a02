import { z } from "zod";
import { line } from "../act/text.ts";
import { instant } from "../act/time.ts";
import { source } from "../claims/acts.ts";

const mostPoints = 2_000;
/** Five decimals are a metre: no line of contact is known better. */
const degrees = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .refine((one) => Math.round(one * 1e5) / 1e5 === one, {
      error: "must have at most five decimals of a degree",
    });
const point = z.tuple([degrees(180), degrees(90)]);

export const contactActs = {
  /** Where one office says that the line of contact ran at a time. */
  "contact.claimed": z.strictObject({
    title: line(),
    asOf: instant,
    /** Each a line of points, longitude first, as the coordinates of GeoJSON's MultiLineString (RFC 7946). */
    pieces: z
      .array(z.array(point).min(2))
      .min(1)
      .max(40)
      .refine((pieces) => pieces.flat().length <= mostPoints, { error: "must have at most 2,000 points" }),
    source,
  }),
};
