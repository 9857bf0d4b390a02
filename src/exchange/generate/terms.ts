import type { Random } from "#base";
import type { MedicalClass, Places, Site } from "../case/case.ts";

/** The same places in every tranche. */
export function placesOf(count: number, places: Places): readonly Places[] {
  return Array.from({ length: count }, () => places);
}

/** Sites with opaque codes and buses between `least` and `most` seats. */
export function drawnSites(random: Random, count: number, [least, most]: readonly [number, number]): Site[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(`S${String(random.below(9000) + 1000)}`);
  return [...codes].map((code) => ({ code, bus: least + random.below(most - least + 1) }));
}

/** Four medical classes: from urgent, whose harm is nearly all done in three weeks, to slow. */
export function drawnClasses(random: Random): readonly MedicalClass[] {
  return [
    { code: "m1", speed: 20, early: 0.7 },
    { code: "m2", speed: 12, early: 0.5 },
    { code: "m3", speed: 6, early: 0.35 },
    { code: "m4", speed: 3, early: 0.3 },
  ].map(({ code, speed, early }) => {
    const whole = speed * 60 + random.below(speed * 10);
    return {
      code,
      harm: [
        [0, 0],
        [20, Math.round(whole * early)],
        [90, whole],
      ] as const,
      never: whole + speed * 10,
    };
  });
}
