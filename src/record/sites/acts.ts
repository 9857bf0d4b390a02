import { z } from "zod";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";
import { belongings, carriages, grounds, hazards, precedences, withdrawals } from "./codes.ts";

/** Millionths of a degree, so that a position is whole numbers: a tenth of a metre and no more. */
export const lon = z.int().min(-180_000_000).max(180_000_000);
export const lat = z.int().min(-85_000_000).max(85_000_000);

const wounded = z.strictObject({
  precedence: z.enum(precedences),
  carriage: z.enum(carriages),
  count: z.int().min(1).max(500),
  whose: z.enum(belongings),
  lastReport: instant,
});

/** What is known of a place at one time, by who reports it. No name and nothing of one person. */
const body = {
  position: z.strictObject({ lon, lat, accuracyMetres: z.int().min(1).max(20_000) }),
  zone: line(60).optional(),
  ground: z.enum(grounds),
  reportedAt: instant,
  validUntil: instant,
  /** The hour from which a coarse notice may be passed on; left out, none may be. */
  noticeFrom: instant.optional(),
  wounded: z.array(wounded).max(16),
  remains: z.strictObject({ low: z.int().min(0).max(10_000), high: z.int().min(0).max(10_000) }).optional(),
  hazards: z.array(z.enum(hazards)).max(hazards.length),
  hazardWords: prose(600).optional(),
  access: prose(600).optional(),
};

export const siteActs = {
  "site.reported": z.strictObject({ code: line(24), ...body }),
  /** The whole of what is known now; it takes the place of what was said before. */
  "site.updated": z.strictObject({ site: actId, ...body }),
  "site.withdrawn": z.strictObject({ site: actId, reason: z.enum(withdrawals), words: line(300).optional() }),
  /** Who looked at which exact positions when; several openings in one act. */
  "site.viewed": z.strictObject({
    opened: z
      .array(z.strictObject({ site: actId, at: instant }))
      .min(1)
      .max(200),
  }),
};
