import { useDesk } from "../../app/desk-context.tsx";

/** One side's clock: whose it is, and how it shows a minute of the window. */
export type SideClock = {
  readonly zone: string;
  readonly name: string;
  readonly hour: (minute: number) => string;
  readonly day: (minute: number) => string;
};

/** The clocks of a window: both sides' and UTC; where two show the same they are one. */
export function useClocks(from: string): readonly SideClock[] {
  const { t, process } = useDesk();
  const start = Date.parse(from);
  const locale = t.language === "en" ? "en-GB" : t.language;
  const print = (zone: string, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (minute: number) => format.format(start + minute * 60_000);
  };
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const day = { day: "numeric", month: "short" } as const;
  const zones = [
    ...(process?.zones ?? []).map(({ office, zone }) => ({ zone, name: process?.names[office] ?? zone })),
    { zone: "UTC", name: "UTC" },
  ];
  const alike = Map.groupBy(zones, ({ zone }) => print(zone, { ...hour, ...day })(0));
  return [...alike.values()].map((same) => {
    const zone = same[0]?.zone ?? "UTC";
    return {
      zone,
      name: same.map(({ name }) => name).join(", "),
      hour: print(zone, hour),
      day: print(zone, day),
    };
  });
}

/** A minute of the window by every clock: “08:40 Ukraine · 05:40 UTC”. */
export function printMinute(clocks: readonly SideClock[], minute: number): string {
  return clocks.map(({ hour, name }) => `${hour(minute)} ${name}`).join(" · ");
}
