import type { Office, Side } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import type { Case, Identification } from "./fold.ts";

type Answer = Act<"forensic.identification_answered">["payload"]["answer"];
/** Joint, from each office's own word; no answer is never a yes. */
export type IdentificationStatus = "stated" | "agreed" | "differs" | "revoked";

export type IdentificationView = {
  readonly id: ActId;
  readonly stated: Entry<Act<"forensic.identification_stated">>;
  readonly status: IdentificationStatus;
  /** The latest word of each other office. */
  readonly answers: ReadonlyMap<Office, Entry<Act<"forensic.identification_answered">>>;
  readonly revoked: Entry<Act<"forensic.identification_revoked">> | undefined;
};

export function identificationView(state: State, one: Identification): IdentificationView {
  const stated = known(state, one.id, "forensic.identification_stated");
  const answers = new Map(
    one.answers.map((id) => {
      const entry = known(state, id, "forensic.identification_answered");
      return [entry.act.by.office, entry] as const;
    }),
  );
  const revocation = state.forensic.revoked.get(one.id);
  const revoked = revocation && entryOf(state, revocation, "forensic.identification_revoked");
  const status = revoked ? "revoked" : statusOf(stated.act.by.office, answers);
  return { id: one.id, stated, status, answers, revoked };
}

// Of one mind are the two forensic offices; what the operator says stands beside them.
function statusOf(by: Office, answers: IdentificationView["answers"]): IdentificationStatus {
  const words: readonly Answer[] = [...answers.values()].map(({ act }) => act.payload.answer);
  if (words.includes("differs")) return "differs";
  const opposite: Office = by === "forensic-a" ? "forensic-b" : "forensic-a";
  return answers.get(opposite)?.act.payload.answer === "agrees" ? "agreed" : "stated";
}

export function isRevoked(state: State, id: ActId): boolean {
  return state.forensic.revoked.has(id);
}

/** The identification of a case that an office has stated and not revoked. */
export function standingOf(state: State, found: Case, office: Office): ActId | undefined {
  return found.identifications.find(
    (id) =>
      !isRevoked(state, id) && known(state, id, "forensic.identification_stated").act.by.office === office,
  );
}

/** What the family has been told by a person; undefined where nothing. */
export function lastTold(state: State, { told }: Identification) {
  const last = told.at(-1);
  return last && known(state, last, "forensic.family_told");
}

export function forensicOf(side: Side): Office {
  return side === "a" ? "forensic-a" : "forensic-b";
}
