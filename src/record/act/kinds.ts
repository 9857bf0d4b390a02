import type { z } from "zod";
import { communiqueActs } from "../communiques/acts.ts";
import { contactActs } from "../contact/acts.ts";
import { eligibilityActs } from "../eligibility/acts.ts";
import { exchangeActs } from "../exchanges/acts.ts";
import { footageActs } from "../footage/acts.ts";
import { forensicActs } from "../forensic/acts.ts";
import { lineActs } from "../lineday/acts.ts";
import { listActs } from "../lists/acts.ts";
import { missionActs } from "../missions/acts.ts";
import { peopleActs } from "../people/acts.ts";
import { personActs } from "../persons/acts.ts";
import { planActs } from "../plans/acts.ts";
import { positionActs } from "../positions/acts.ts";
import { proposalActs } from "../proposals/acts.ts";
import { remainsActs } from "../remains/acts.ts";
import { reportActs } from "../reports/acts.ts";
import { consentActs, returnActs } from "../returns/acts.ts";
import { siteActs } from "../sites/acts.ts";
import { statementActs } from "../statements/acts.ts";
import { summitActs } from "../summits/acts.ts";
import { talksActs } from "../talks/acts.ts";
import { trancheActs } from "../tranches/acts.ts";
import { truceActs } from "../truces/acts.ts";
import type { Header } from "./act.ts";
import { recordActs } from "./correction.ts";

/** The payload schema of every kind of act, assembled from the areas. */
export const payloads = {
  ...recordActs,
  ...peopleActs,
  ...talksActs,
  ...proposalActs,
  ...statementActs,
  ...communiqueActs,
  ...reportActs,
  ...footageActs,
  ...truceActs,
  ...exchangeActs,
  ...eligibilityActs,
  ...trancheActs,
  ...listActs,
  ...personActs,
  ...lineActs,
  ...remainsActs,
  ...forensicActs,
  ...summitActs,
  ...positionActs,
  ...returnActs,
  ...consentActs,
  ...contactActs,
  ...planActs,
  ...siteActs,
  ...missionActs,
} as const satisfies Record<string, z.ZodType>;

export type Kind = keyof typeof payloads;
export type PayloadOf<K extends Kind> = z.infer<(typeof payloads)[K]>;
/** An act of one kind, or of any where no kind is named. */
export type Act<K extends Kind = Kind> = {
  [One in K]: Omit<Header, "kind" | "payload"> & { readonly kind: One; readonly payload: PayloadOf<One> };
}[K];

export const kinds = Object.keys(payloads) as readonly Kind[]; // the keys of the object above
export function isKind(text: string): text is Kind {
  return Object.hasOwn(payloads, text);
}
