import { principals } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import type { Communique } from "./fold.ts";

export type Principal = (typeof principals)[number];
export type Clearance = "cleared_for_release" | "not_cleared_for_release" | "no_answer";
/** `cleared` waits for its time; `due` may be released by any of the three. */
export type CommuniqueStatus = "replaced" | "released" | "due" | "cleared" | "open";

/** What one of the three last said of one language version; silence clears nothing. */
export function clearanceOf(state: State, one: Communique, language: string, by: Principal): Clearance {
  const answer = one.answers.get(language)?.get(by);
  return answer ? known(state, answer, "communique.answered").act.payload.answer : "no_answer";
}

/** What lacks before the text may be published: who has not cleared which version. */
export function openClearances(
  state: State,
  one: Communique,
): readonly { readonly by: Principal; readonly language: string; readonly said: Clearance }[] {
  const { versions } = known(state, one.id, "communique.tabled").act.payload;
  return principals.flatMap((by) =>
    versions
      .map(({ language }) => ({ by, language, said: clearanceOf(state, one, language, by) }))
      .filter(({ said }) => said !== "cleared_for_release"),
  );
}

/** Epoch ms from which a cleared text may be published; undefined where its last clearance decides. */
export function releaseTime(state: State, one: Communique): number | undefined {
  const { releaseAt } = known(state, one.id, "communique.tabled").act.payload;
  return releaseAt === undefined ? undefined : epochMs(releaseAt);
}

export function communiqueStatus(state: State, one: Communique, now: number): CommuniqueStatus {
  if (state.communiques.released.has(one.id)) return "released";
  if (one.replacedBy) return "replaced";
  if (openClearances(state, one).length > 0) return "open";
  return now < (releaseTime(state, one) ?? now) ? "cleared" : "due";
}

/** A word on each version by each of the three; and when it is due, that somebody publishes it. */
export function owedOnCommuniques(state: State, now: number): readonly Owed[] {
  return [...state.communiques.tabled.values()].flatMap((one): readonly Owed[] => {
    const status = communiqueStatus(state, one, now);
    const title = known(state, one.id, "communique.tabled").act.payload.versions[0]?.title ?? "";
    const due = releaseTime(state, one);
    const owes = (by: Principal, what: Owed["what"], detail: Owed["detail"] = {}): Owed => ({
      what,
      subject: one.id,
      title,
      by,
      due,
      detail,
    });
    if (status === "due") return principals.map((by) => owes(by, "communique_release"));
    if (status !== "open") return [];
    return openClearances(state, one)
      .filter(({ said }) => said === "no_answer")
      .map(({ by, language }) => owes(by, "communique_clearance", { language }));
  });
}

/** The act that made a text public, where this viewer reads it. */
export function releaseOf(state: State, id: ActId) {
  const released = state.communiques.released.get(id);
  return released && known(state, released, "communique.released");
}
