import { describeAct, officeName, sayOwed, sayWord } from "#i18n";
import {
  courseOf,
  epochMs,
  missingOn,
  missionStatus,
  type Office,
  outcomeOf,
  partyOf,
  planOf,
  type Side,
  sideOf,
} from "#record";
import { utc } from "../dates.ts";
import { inPartyOrder } from "./parties.ts";
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
  print: (it) => {
    const { state, t, now, out } = it;
    // each side's in the order of the parties, then what is of no side
    const order = inPartyOrder(it, 0);
    const place = ({ by, to }: { readonly by: Office; readonly to?: Side }) => {
      const side = to ?? sideOf(by);
      return side === undefined ? order.length : order.indexOf(partyOf(side));
    };
    for (const mission of state.missions.missions.values()) {
      const { code, task, startsAt, endsAt, teams } = planOf(state, mission);
      out.line(`${code}: ${sayWord(t, missionStatus(state, mission))}   ${mission.id}`);
      out.line(`    ${sayWord(t, task)} · ${utc(epochMs(startsAt))} – ${utc(epochMs(endsAt))}`);
      for (const { team, type, abortAt } of teams)
        out.line(`    ${team} · ${sayWord(t, type)} · ${t("field.abortAt")}: ${utc(epochMs(abortAt))}`);
      const missing = missingOn(state, mission, now).toSorted((one, other) => place(one) - place(other));
      for (const { what, by, echelon = "no_answer" } of missing) {
        if (what === "mission_short_notice") continue;
        const owed = { what, subject: mission.id, title: code, by, due: undefined, detail: { echelon } };
        out.line(`    ${officeName(t, state, by)}: ${sayOwed(t, owed).what}`);
      }
      const { words, left } = outcomeOf(state, mission)?.act.payload ?? {};
      for (const { id, at } of courseOf(state, mission)) {
        const act = state.entries.get(id)?.act;
        if (act) out.line(`    ${utc(at)}  ${describeAct(t, state, act)}`);
      }
      if (left) {
        const counts = { wounded: sayWord(t, left.wounded), remains: sayWord(t, left.remains) };
        out.line(`    ${t("field.left")}: ${t("show.received_counts", counts)}`);
      }
      if (words !== undefined) out.line(`    ${words}`);
    }
  },
};
