import type { Translate } from "#i18n";
import type { Say } from "#i18n/screens";
import type { TermValue, TrucePlan } from "#plan";
import type { Output } from "../output.ts";

/** A plan as a person reads it: what it saves, how far no plan goes beyond, a line a stop, who is left, and why. */
export function sayTruce(
  out: Output,
  t: Translate,
  say: Say,
  { levels, teams, unserved, stopped }: TrucePlan,
): void {
  if (stopped) out.line(t("plan.stopped"));
  const value = (name: string) => levels.find((one) => one.name === name) ?? { value: 0, bound: 0, gap: 0 };
  const [lives, remains] = [value("lives"), value("remains")];
  const written = (millionths: number) => livesIn(t, millionths);
  const share = (gap: number) =>
    new Intl.NumberFormat(t.language, { style: "percent", maximumFractionDigits: 1 }).format(gap / 1e6);
  out.line(
    t("plan.truce.lives", {
      lives: written(lives.value),
      bound: written(lives.bound),
      gap: share(lives.gap),
    }),
  );
  out.line(t("plan.truce.remains", { remains: remains.value, bound: remains.bound }));
  for (const { team, stops } of teams) {
    out.line(team);
    for (const { place, start, leave, persons, bodies } of stops) {
      const sum = (list: readonly { readonly count: number }[]) =>
        list.reduce((total, { count }) => total + count, 0);
      out.line(
        `  ${clock(start)}-${clock(leave)}  ${place}  ${t("plan.truce.stop", { persons: sum(persons), bodies: sum(bodies) })}`,
      );
    }
  }
  out.line(t("plan.truce.unserved", { sites: new Set(unserved.map(({ site }) => site)).size }));
  for (const { site, kind, left, because, minutes, oneMoreTeam } of unserved) {
    out.line(`  ${site}  ${say(`window.left.${kind === "recovery" ? "bodies" : "persons"}`, { n: left })}`);
    for (const [reason, all] of Map.groupBy(because, (one) => one.reason))
      out.line(`    ${say(`window.because.${reason}`)}: ${all.map(({ team }) => team).join(", ")}`);
    out.line(
      `    ${minutes === null ? say("window.help.no_time") : say("window.help.minutes", { n: minutes })}`,
    );
    if (oneMoreTeam) out.line(`    ${say("window.help.team")}`);
  }
}

/** What changes of the terms are worth, a line each. */
export function sayValues(out: Output, t: Translate, values: readonly TermValue[]): void {
  for (const { term, of, lives, remains } of values)
    out.line(t(`plan.truce.value.${term}`, { of, lives: livesIn(t, lives), remains }));
}

function livesIn(t: Translate, millionths: number): string {
  return new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 }).format(millionths / 1e6);
}

/** Hours and minutes from the window's start. */
function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
