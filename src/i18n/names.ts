import {
  type Cell,
  cellText,
  type Kind,
  type Office,
  partyOf,
  processOf,
  type Room,
  type State,
  sideOf,
} from "#record";
import { isMessageKey, type Translate } from "./translate.ts";

/**
 * The name of an office in the reader's language: the host's and the parties' as they stand in the founding act, and
 * as party A and party B before it.
 */
export function officeName(t: Translate, state: State, office: Office): string {
  const process = processOf(state);
  if (office === "host") return process?.host.label[t.language] ?? t("office.host");
  const side = sideOf(office);
  const party = side && partyOf(side);
  const label = side ? (process?.parties[side].label[t.language] ?? t(`office.${partyOf(side)}`)) : "";
  if (office === party) return label;
  const key = `office.${side ? office.slice(0, -2) : office}`;
  return isMessageKey(key) ? t(key, { label }) : office;
}

/** One of the answer, status or track words; a word that has no entry is shown as it is. */
export function sayWord(t: Translate, word: string): string {
  const key = `word.${word}`;
  return isMessageKey(key) ? t(key) : word.replaceAll("_", " ");
}

/** A coarse area by its place in the grid. */
export function sayCell(t: Translate, cell: Cell): string {
  return t("field.cell", { cell: cellText(cell) });
}

/** Whom a list names. */
export function sayListKind(t: Translate, kind: string): string {
  return sayWord(t, kind === "held" ? "held_persons" : kind);
}

/** What something is for: a truce, or the consent of a returned person. */
export function sayPurpose(t: Translate, purpose: string): string {
  const key = `purpose.${purpose}`;
  return isMessageKey(key) ? t(key) : purpose;
}

/** What acts of a kind do: the kind's own sentence with dots for what differs from act to act. */
export function kindName(t: Translate, kind: Kind): string {
  const dots = "…";
  return t(`kind.${kind}`, { who: dots, title: dots, answer: dots, count: dots, speaker: dots });
}

/** The name of a room; those of one party carry its name. */
export function roomName(t: Translate, state: State, room: Room): string {
  const [, kind, holder] =
    /^(host|internal|reception|sites|forensic-own|press)-(a|b|host|operator)$/.exec(room) ?? [];
  if (kind === undefined) {
    const key = `room.${room}`;
    return isMessageKey(key) ? t(key) : room;
  }
  const label = officeName(
    t,
    state,
    holder === "host" || holder === "operator" ? holder : partyOf(holder === "a" ? "a" : "b"),
  );
  if (kind === "sites") return t("room.sites_of", { label });
  if (kind === "reception") return t("room.reception_of", { label });
  if (kind === "press") return t("room.press_of", { label });
  if (kind === "forensic-own") return t("room.forensic_of", { label });
  return t(kind === "host" ? "room.host_with" : "room.internal_of", { label });
}
