import { officeName, sayTerm, sayWord } from "#i18n";
import { dateStance, known, parties, pointStance, pointStatus, roundStatus } from "#record";
import { sayHappened } from "../dates.ts";
import { wrap } from "../output.ts";
import { byOffice, inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Rounds: composition, points with each party's own answer, each side's account. */
export const rounds: Section = {
  name: "rounds",
  heading: "show.rounds",
  data: ({ state }) =>
    [...state.talks.rounds.values()].map((round) => {
      const { act } = known(state, round.id, "round.proposed");
      return {
        id: round.id,
        ...act.payload,
        status: roundStatus(state, round),
        dates: byOffice((office) => dateStance(state, round, office)),
        preparatory: round.preparatory.map((id) => known(state, id, "preparatory.held").act.payload),
        compositions: [...round.compositions.values()].map((id) => {
          const { by, payload } = known(state, id, "composition.listed").act;
          return { by: by.office, ...payload };
        }),
        agenda: round.agenda && known(state, round.agenda, "agenda.set").act.payload.items,
        points: round.points.flatMap((id) => {
          const point = state.talks.points.get(id);
          if (!point) return [];
          const { text, terms, source } = known(state, id, "point.recorded").act.payload;
          const answers = Object.fromEntries(
            parties.map((party) => [party, pointStance(state, point, party)]),
          );
          return [{ id, text, terms, source, answers, status: pointStatus(state, point) }];
        }),
        readouts: round.readouts.map((id) => {
          const { by, payload } = known(state, id, "readout.given").act;
          return { by: by.office, ...payload };
        }),
        documents: round.documents.map((id) => known(state, id, "document.handed_over").act.payload),
      };
    }),
  print: (it) => {
    const { state, t, out } = it;
    for (const round of state.talks.rounds.values()) {
      const { payload } = known(state, round.id, "round.proposed").act;
      const opened = round.opened && known(state, round.opened, "round.opened").act.payload;
      const status = sayWord(t, roundStatus(state, round));
      const when = opened ? sayHappened(opened.at) : payload.on;
      out.line(
        `${payload.number}. ${payload.title} · ${when} · ${opened?.venue ?? payload.venue ?? ""} · ${status}`,
      );
      for (const office of inPartyOrder(it, payload.number)) {
        const list = round.compositions.get(office);
        const head = list && known(state, list, "composition.listed").act.payload.head;
        if (head) out.line(`   ${officeName(t, state, office)}: ${head.name}, ${head.capacity}`);
      }
      for (const id of round.points) {
        const point = state.talks.points.get(id);
        if (!point) continue;
        const { text, terms } = known(state, id, "point.recorded").act.payload;
        out.line(`   • ${wrap(`${text} [${sayWord(t, pointStatus(state, point))}]`, "     ")}`);
        for (const term of terms)
          out.line(`       ${term.key}: ${wrap(sayTerm(t, state, term), "         ")}`);
        const answers = inPartyOrder(it, payload.number).map(
          (party) => `${officeName(t, state, party)}: ${sayWord(t, pointStance(state, point, party))}`,
        );
        out.line(`       ${answers.join(" · ")}`);
      }
      for (const id of round.readouts) {
        const { by, payload: readout } = known(state, id, "readout.given").act;
        const words = `${officeName(t, state, by.office)}, ${readout.speaker.name}: ${readout.text}`;
        out.line(`   – ${wrap(words, "     ")}`);
      }
    }
  },
};
