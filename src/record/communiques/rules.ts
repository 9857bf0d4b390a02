import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import type { Version } from "./acts.ts";
import { depositedRelease } from "./deposit.ts";
import type { Communique } from "./fold.ts";
import { communiqueStatus, openClearances, releaseTime } from "./view.ts";

/** What may be said about joint texts. */
export function refuseCommuniques(state: State, act: Act): Refusal | undefined {
  switch (act.kind) {
    case "communique.tabled": {
      const { releaseAt, replaces } = act.payload;
      if (releaseAt !== undefined && epochMs(releaseAt) <= epochMs(act.saidAt))
        return refusal("CQ1", "The time of release is later than the moment at which the text is tabled.");
      return replaces === undefined ? undefined : refuseOver(state, state.communiques.tabled.get(replaces));
    }
    case "communique.answered": {
      const { communique, language } = act.payload;
      const tabled = state.communiques.tabled.get(communique);
      const over = refuseOver(state, tabled);
      if (over || !tabled) return over;
      return versionsOf(state, tabled).some((one) => one.language === language)
        ? undefined
        : refusal("CQ3", "The text has no version in {language}.", { language });
    }
    case "communique.release_deposited": {
      const tabled = state.communiques.tabled.get(act.payload.communique);
      return refuseOver(state, tabled) ?? (tabled && refuseDeposit(state, tabled, act));
    }
    case "communique.released": {
      const tabled = state.communiques.tabled.get(act.payload.communique);
      return refuseOver(state, tabled) ?? (tabled && refuseRelease(state, tabled, act));
    }
    default:
      return undefined;
  }
}

// A text that is read, not replaced, and not public yet.
function refuseOver(state: State, tabled: Communique | undefined): Refusal | undefined {
  if (!tabled) return refusal("CQ2", "There is no such joint text in what this office reads.");
  if (tabled.replacedBy) return refusal("CQ2", "It was replaced already; go on with the latest text.");
  return state.communiques.released.has(tabled.id)
    ? refusal("CQ2", "It is public already; what is to be said anew is another text.")
    : undefined;
}

// What is deposited would be admitted at its time, as far as that can be said now.
function refuseDeposit(
  state: State,
  tabled: Communique,
  act: Act<"communique.release_deposited">,
): Refusal | undefined {
  const at = releaseTime(state, tabled);
  if (at === undefined || at <= epochMs(act.saidAt))
    return refusal("CQ8", "Signed ahead is the release of a text whose time of release is still to come.");
  const release = depositedRelease(act.payload.act);
  return release?.room === "public" &&
    release.process === act.process &&
    release.by.office === act.by.office &&
    epochMs(release.saidAt) === at &&
    release.payload.communique === tabled.id &&
    isSame(versionsOf(state, tabled), release.payload.versions)
    ? undefined
    : refusal("CQ9", "It is the release of this text as it stands, by the same office, said at its time.");
}

function refuseRelease(
  state: State,
  tabled: Communique,
  act: Act<"communique.released">,
): Refusal | undefined {
  if (openClearances(state, tabled).length > 0)
    return refusal("CQ4", "Not everybody has cleared every version.");
  if (communiqueStatus(state, tabled, epochMs(act.saidAt)) !== "due")
    return refusal("CQ5", "It is held until the time that was agreed for its release.");
  return isSame(versionsOf(state, tabled), act.payload.versions)
    ? undefined
    : refusal("CQ6", "What is published are the very words that were cleared, in the same order.");
}

function versionsOf(state: State, { id }: Communique): readonly Version[] {
  return known(state, id, "communique.tabled").act.payload.versions;
}

function isSame(cleared: readonly Version[], released: readonly Version[]): boolean {
  return (
    cleared.length === released.length &&
    cleared.every((one, i) => {
      const other = released[i];
      return one.language === other?.language && one.title === other.title && one.text === other.text;
    })
  );
}
