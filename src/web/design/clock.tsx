import { Fragment } from "react";
import { useDesk } from "../app/desk-context.tsx";
import type { ProcessModel } from "../desk/process.ts";
import css from "./design.module.css";

/** An instant as both sides' clocks show it, and in UTC. Where both clocks agree, they are printed once. */
export function Clock({ at }: { readonly at: number }) {
  const { t, process } = useDesk();
  const zones = inTurn(process, at);
  const alike = [...Map.groupBy(zones, ({ zone }) => print(at, zone, t.language))];
  const prints = alike.map(([time, same]) => {
    const place = same.map(({ office, zone }) => process?.names[office] ?? zone).join(", ");
    return t("shell.local_time", { time, place });
  });
  const [first] = zones;
  const isSameDay = first !== undefined && dayIn(at, first.zone) === dayIn(at, "UTC");
  const utc = isSameDay ? hourPrint(at, t.language) : print(at, "UTC", t.language);
  return (
    <time className={css.clock} dateTime={new Date(at).toISOString()}>
      {prints.map((words) => (
        <Fragment key={words}>
          <span>{words}</span>{" "}
        </Fragment>
      ))}
      <span>{`${utc} UTC`}</span>
    </time>
  );
}

// Each party's own clock first on its own desk; else now the one, now the other.
function inTurn(process: ProcessModel | undefined, at: number): ProcessModel["zones"] {
  const zones = process?.zones ?? [];
  const isOwn = /-[ab]$/.test(process?.office ?? "");
  return isOwn || Math.floor(at / 60_000) % 2 === 0 ? zones : zones.toReversed();
}

/** A civil date as it was written; it belongs to no zone. */
export function Day({ date }: { readonly date: string }) {
  const { t } = useDesk();
  return <time dateTime={date}>{dayPrint(date, t.language)}</time>;
}

export function dayPrint(date: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(Date.parse(`${date.slice(0, 10)}T00:00:00Z`));
}

function print(at: number, zone: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

function hourPrint(at: number, language: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: "UTC",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

function dayIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
}

// English as it is written outside the United States: day before month.
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}
