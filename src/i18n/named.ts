import { isKind, type NamedInWords, office, room, type State } from "#record";
import { kindName, officeName, roomName, sayWord } from "./names.ts";
import { isTime, sayTime } from "./times.ts";
import { isMessageKey, type Translate } from "./translate.ts";

/**
 * What a refusal names, by the name it stands under there: rooms, offices, kinds and statuses in words, and all else
 * as it is.
 */
export function sayNamed(t: Translate, state: State, name: string, text: string): string {
  switch (name) {
    case "room":
    case "rooms":
      return each(text, (one) => (isOneOf(room.options, one) ? roomName(t, state, one) : one));
    case "office":
    case "role":
    case "held":
      return isOneOf(office.options, text) ? officeName(t, state, text) : text;
    case "kind":
      return isKind(text) ? kindName(t, text) : text;
    case "status":
      return sayWord(t, text);
    case "part":
    case "missing":
      return each(text, (one) => sayPart(t, one));
    case "saidAt":
    case "earliest":
      return isTime(text) ? sayTime(t, state, text) : text;
    default:
      return text;
  }
}

/** What a sentence of a rule names; another refusal is not said here. */
export function sayNamedInWords(
  t: Translate,
  state: State,
  name: string,
  named: Exclude<NamedInWords, object> | readonly string[],
): string | number {
  if (typeof named === "number") return named;
  return sayNamed(t, state, name, typeof named === "string" ? named : named.join(", "));
}

/** The fields from an act's payload down to one of them, by their labels and places in lists. */
export function sayPath(t: Translate, path: string): string {
  const [first, ...rest] = path.split(".");
  if (first !== "payload" || rest.length === 0) return path;
  return rest
    .map((name, i) => {
      if (/^\d+$/.test(name)) return String(Number(name) + 1);
      const parent = rest.slice(0, i).findLast((one) => !/^\d+$/.test(one)) ?? "";
      const key = [`field.${parent}.${name}`, `field.${name}`, `part.${name}`].find(isMessageKey);
      return key ? t(key, { label: "" }).trim() : name;
    })
    .join(", ");
}

function sayPart(t: Translate, part: string): string {
  const key = `part.${part}`;
  return isMessageKey(key) ? t(key) : part;
}

function each(text: string, say: (one: string) => string): string {
  return text.split(", ").map(say).join(", ");
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return all.some((one) => one === text);
}
