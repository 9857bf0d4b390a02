import type { Say } from "#i18n/screens";
import { answers, type Clock, type Person } from "./forms.ts";

/**
 * A field on paper: null is what the prisoner did not say, and that is lawful (Geneva III art. 17); left out is what
 * nobody knows. Days stand in the paper's language, wherever in a text they are.
 */
export function said(t: Say, value: string | null | undefined): string {
  if (value === undefined) return t("documents.not_known");
  if (value === null) return t("documents.not_said");
  return value.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (date) => (isDay(date) ? day(t, date) : date));
}

export function healthOf(t: Say, { health }: Person): string {
  return health ? t(`documents.health.${health}`) : said(t, health);
}

export function isSilent(person: Person): boolean {
  return Object.values(person).includes(null);
}

/** The word for an answer to a line of a list, or the answer as it was written; a line without one has no answer. */
export function answerOf(t: Say, answer: string | undefined): string {
  if (answer === undefined || answer === "") return t("word.no_answer");
  const code = answers.find((one) => one === answer);
  return code ? t(`word.${code}`) : answer;
}

export function day(t: Say, date: string): string {
  return print(t, `${date}T00:00:00Z`, "UTC", { dateStyle: "long" });
}

/** An instant in UTC and on each of the clocks, each with its day; what is no instant stands as it was written. */
export function moment(t: Say, text: string, clocks: readonly Clock[]): string {
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text))) return text;
  return [{ name: "UTC", zone: "UTC" }, ...clocks]
    .map(({ name, zone }) => `${print(t, text, zone, { dateStyle: "long", timeStyle: "short" })} ${name}`)
    .join("\n");
}

function print({ language }: Say, text: string, timeZone: string, style: Intl.DateTimeFormatOptions): string {
  const locale = language === "en" ? "en-GB" : language; // day before month
  const words = new Intl.DateTimeFormat(locale, { timeZone, ...style }).format(Date.parse(text));
  return words.replaceAll(" ", "\u00a0"); // a day is not torn from its month at the end of a line
}

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`); // the 31st of a shorter month is another day
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** Letters and numbers of a digest in groups, as people compare them. */
export function grouped(digest: string): string {
  return digest.includes(" ") ? digest : (digest.match(/.{1,8}/g) ?? []).join(" ");
}
