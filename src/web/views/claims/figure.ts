import { officeName, sayClaim } from "#i18n";
import type { Act, Claim, Happened, Office } from "#record";
import type { At } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";

/** One number as one office says it: whose it is, of which kind, when and where it was said. Nothing is rounded. */
export type Figure = {
  /** The act that says it. */
  readonly id: string;
  readonly office: Office;
  readonly teller: string;
  /** The number in the reader's words, with its unit. */
  readonly words: string;
  /** A count of one event, of an addition to an earlier count, or of all so far. */
  readonly kind: Claim["kind"];
  readonly asOf: When | undefined;
  readonly source: {
    readonly publisher: string;
    readonly published: When | undefined;
    readonly url: string | undefined;
  };
  /** Its author has corrected it since; the words are the corrected ones. */
  readonly isCorrected: boolean;
};

/** A number with the act that says it. */
export function figureOf({ state, t }: At, act: Act, claim: Claim): Figure {
  const { publisher, published, url } = claim.source;
  return {
    id: act.id,
    office: act.by.office,
    teller: officeName(t, state, act.by.office),
    words: sayClaim(t, claim),
    kind: claim.kind,
    asOf: claim.asOf === undefined ? undefined : whenOf(claim.asOf),
    source: { publisher, published: published === undefined ? undefined : whenOf(published), url },
    isCorrected: state.corrections.has(act.id),
  };
}

/** When what an act says happened; where it says nothing of that, when it was said. */
export function happenedOf(act: Act): Happened {
  return act.happenedAt ?? act.saidAt;
}
