import { describeAct, officeName, sayOwed, sayWord } from "#i18n";
import { courseOf, missingOn, missionStatus, planOf } from "#record";
import { utc } from "../dates.ts";
import type { Section } from "./section.ts";

/** Missions: where each is, what is missing, and its course by the times that were said. */
export const missions: Section = {
  name: "missions",
  heading: "show.missions",
  data: ({ state, now }) =>
    [...state.missions.missions.values()].map((mission) => ({
      id: mission.id,
      plan: planOf(state, mission),
      status: missionStatus(state, mission),
      missing: missingOn(state, mission, now),
      course: courseOf(state, mission).map(({ id, office, at }) => ({
        id,
        office,
        at: new Date(at).toISOString(),
      })),
    })),
  print: ({ state, t, now, out }) => {
    for (const mission of state.missions.missions.values()) {
      const { code } = planOf(state, mission);
      out.line(`${code}: ${sayWord(t, missionStatus(state, mission))}   ${mission.id}`);
      for (const { what, by, echelon = "no_answer" } of missingOn(state, mission, now)) {
        if (what === "mission_short_notice") continue;
        const owed = { what, subject: mission.id, title: code, by, due: undefined, detail: { echelon } };
        out.line(`    ${officeName(t, state, by)}: ${sayOwed(t, owed).what}`);
      }
      for (const { id, at } of courseOf(state, mission)) {
        const act = state.entries.get(id)?.act;
        if (act) out.line(`    ${utc(at)}  ${describeAct(t, state, act)}`);
      }
    }
  },
};
