import { Fragment } from "react";
import { useDesk } from "../app/desk-context.tsx";
import css from "./design.module.css";

/** An instant as both sides' clocks show it, and in UTC. Where both clocks agree, they are printed once. */
export function Clock({ at }: { readonly at: number }) {
  const { t, process } = useDesk();
  const zones = process?.zones ?? [];
  const alike = [...Map.groupBy(zones, ({ zone }) => print(at, "whole", zone, t.language))];
  const prints = alike.map(([time, same]) => {
    const place = same.map(({ office, zone }) => process?.names[office] ?? zone).join(", ");
    return t("shell.local_time", { time, place });
  });
  const [first] = zones;
  const isSameDay = first !== undefined && print(at, "day", first.zone) === print(at, "day", "UTC");
  const utc = print(at, isSameDay ? "hour" : "whole", "UTC", t.language);
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

/** A civil date as it was written; it belongs to no zone. */
export function Day({ date }: { readonly date: string }) {
  const { t } = useDesk();
  return <time dateTime={date}>{dayPrint(date, t.language)}</time>;
}

export function dayPrint(date: string, language: string): string {
  return print(Date.parse(`${date.slice(0, 10)}T00:00:00Z`), "day", "UTC", language);
}

const day = { day: "numeric", month: "short", year: "numeric" } as const;
const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const looks = { day, hour, whole: { ...day, ...hour } };
/** Those made so far: to make one takes longer than to draw a page's clocks. */
const formats = new Map<string, Intl.DateTimeFormat>();

function print(at: number, look: keyof typeof looks, zone: string, language = "en"): string {
  const key = `${language} ${look} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    // English as it is written outside the United States: day before month
    const locale = language === "en" ? "en-GB" : language;
    format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...looks[look] });
    formats.set(key, format);
  }
  return format.format(at);
}
