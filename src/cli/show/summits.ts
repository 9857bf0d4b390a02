import { officeName, sayWord } from "#i18n";
import {
  circularConditions,
  known,
  parties,
  standingConditions,
  summitStance,
  summitStatus,
  trackStatus,
  tracks,
} from "#record";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Leaders' meetings: each side's answer, the conditions as a graph with its circles, the preparation. */
export const summits: Section = {
  name: "summits",
  heading: "show.summits",
  data: ({ state }) =>
    [...state.summits.meetings.values()].map((summit) => {
      const { act } = known(state, summit.id, "summit.proposed");
      return {
        id: summit.id,
        author: act.by.office,
        ...act.payload,
        status: summitStatus(state, summit),
        answers: Object.fromEntries(parties.map((party) => [party, summitStance(state, summit, party)])),
        conditions: standingConditions(state, summit),
        circles: circularConditions(state, summit),
        tracks: Object.fromEntries(tracks.map((track) => [track, trackStatus(state, summit, track)])),
      };
    }),
  print: (it) => {
    const { state, t, out } = it;
    let turn = 0;
    for (const summit of state.summits.meetings.values()) {
      const { payload } = known(state, summit.id, "summit.proposed").act;
      out.line(
        `• ${payload.title} · ${t("owed.due", { date: payload.by })} · ${sayWord(t, summitStatus(state, summit))}`,
      );
      const answers = inPartyOrder(it, turn++).map(
        (party) => `${officeName(t, state, party)}: ${sayWord(t, summitStance(state, summit, party))}`,
      );
      out.line(`    ${answers.join(" · ")}`);
      for (const { by, node, requires } of standingConditions(state, summit))
        out.line(
          `    ${t("show.set_by", { office: officeName(t, state, by), node: words(node), requires: words(requires) })}`,
        );
      for (const { nodes } of circularConditions(state, summit))
        out.line(`    ${t("show.circle", { nodes: nodes.map(words).join(", ") })}`);
    }
  },
};

function words(node: string): string {
  return node.replaceAll("_", " ");
}
