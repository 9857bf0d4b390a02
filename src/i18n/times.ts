import { type Happened, partyOf, processOf, type State } from "#record";
import type { Language } from "./languages.ts";
import { officeName } from "./names.ts";
import type { Translate } from "./translate.ts";

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;

/** Whether a text has the form of an instant or of a civil date. */
export function isTime(text: string): boolean {
  return instantForm.test(text) || dayForm.test(text);
}

/** When something happened, as exactly as it was said: a day, an instant, or from-to of either. */
export function sayHappened(t: Translate, state: State, when: Happened): string {
  if (typeof when === "string") return sayTime(t, state, when);
  return t("field.range", { from: sayTime(t, state, when.from), to: sayTime(t, state, when.to) });
}

/** A civil date, as the reader's language writes it. */
export function sayDay(t: Translate, day: string): string {
  return print(t.language, Date.parse(day), "UTC", { day: true });
}

/** A civil date as it was written, or an instant as written with both sides' local times and UTC. */
export function sayTime(t: Translate, state: State, text: string): string {
  if (dayForm.test(text)) return sayDay(t, text);
  const at = Date.parse(text);
  const offset = /(Z|[+-]00:00)$/.test(text) ? "" : text.slice(-6);
  const written = print(t.language, at, offset || "UTC", { day: true, clock: true });
  const locals = zonesOf(t, state).map(({ zone, name }) => `${clockIn(t, at, zone, offset)} ${name}`);
  return [
    `${written} UTC${offset}`,
    ...locals,
    ...(offset ? [`${clockIn(t, at, "UTC", offset)} UTC`] : []),
  ].join(" · ");
}

// In the order that was drawn by lot.
function zonesOf(t: Translate, state: State) {
  const process = processOf(state);
  return (process?.order ?? []).map((side) => ({
    zone: process?.parties[side].zone ?? "UTC",
    name: officeName(t, state, partyOf(side)),
  }));
}

// The day is told where it is another than the one written.
function clockIn(t: Translate, at: number, zone: string, offset: string): string {
  const isSameDay = print("en", at, zone, { day: true }) === print("en", at, offset || "UTC", { day: true });
  return print(t.language, at, zone, { day: !isSameDay, clock: true });
}

type Parts = { readonly day?: boolean; readonly clock?: boolean };
const formats = new Map<string, Intl.DateTimeFormat>();

function print(language: Language, at: number, zone: string, parts: Parts): string {
  const seconds = at % 60_000 === 0 ? 0 : at % 1_000 === 0 ? 1 : 2;
  const key = `${language}/${zone}/${parts.day}/${parts.clock}/${seconds}`;
  const format = formats.get(key) ?? formatOf(language, zone, parts, seconds);
  formats.set(key, format);
  return format.format(at);
}

// Seconds are told where there are any.
function formatOf(
  language: Language,
  zone: string,
  { day, clock }: Parts,
  seconds: 0 | 1 | 2,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: zone,
    ...(day ? { day: "numeric", month: "short", year: "numeric" } : {}),
    ...(clock ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : {}),
    ...(clock && seconds > 0 ? { second: "2-digit" } : {}),
    ...(clock && seconds > 1 ? { fractionalSecondDigits: 3 } : {}),
  });
}
