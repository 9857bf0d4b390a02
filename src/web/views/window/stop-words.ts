import { useDesk } from "../../app/desk-context.tsx";
import { printMinute, useClocks } from "./clocks.ts";
import type { PlannedTeam, Stop, TruceCase } from "./engine/protocol.ts";

/** Says one stop of a team: when, where, what is loaded or unloaded, and until when it can still leave. */
export function useStopWords(given: TruceCase) {
  const { t } = useDesk();
  const clocks = useClocks(given.window.from);
  return ({ abort }: Pick<PlannedTeam, "abort">, stop: Stop): string => {
    const persons = stop.persons.reduce((sum, { count }) => sum + count, 0);
    const bodies = stop.bodies.reduce((sum, { count }) => sum + count, 0);
    const last = abort.find(({ place, leave }) => place === stop.place && leave === stop.leave)?.last;
    return [
      t(`window.stop.${stop.kind}`, {
        place: stop.place,
        arrive: printMinute(clocks, stop.arrive),
        start: printMinute(clocks, stop.start),
        leave: printMinute(clocks, stop.leave),
      }),
      ...(persons > 0 ? [t(`window.stop.persons_${stop.kind}`, { n: persons })] : []),
      ...(bodies > 0 ? [t(`window.stop.bodies_${stop.kind}`, { n: bodies })] : []),
      ...(last === undefined ? [] : [t("window.stop.last", { at: printMinute(clocks, last) })]),
    ].join(" ");
  };
}
