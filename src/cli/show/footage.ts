import { sayWord } from "#i18n";
import { footageGate, isRecalled, known, type State } from "#record";
import type { Section } from "./section.ts";

/** Footage in the office's own press room with what its gate lacks, and what was released. No person's name is anywhere. */
export const footage: Section = {
  name: "footage",
  heading: "show.footage",
  data: ({ state, now }) => [
    ...[...state.footage.registered.values()].map((one) => ({
      what: "footage",
      id: one.id,
      title: known(state, one.id, "footage.registered").act.payload.title,
      persons: one.persons.size,
      files: one.redactions.map((id) => {
        const { payload } = known(state, id, "footage.redacted").act;
        return { id, sha256: payload.made.sha256, ...footageGate(state, one, payload, now) };
      }),
    })),
    ...releases(state).map(({ act }) => ({
      what: "release",
      id: act.id,
      by: act.by.office,
      ...act.payload,
      recalled: isRecalled(state, act.id),
    })),
  ],
  print: ({ state, t, out, now }) => {
    for (const one of state.footage.registered.values()) {
      out.line(`• ${known(state, one.id, "footage.registered").act.payload.title}`);
      for (const id of one.redactions) {
        const gate = footageGate(state, one, known(state, id, "footage.redacted").act.payload, now);
        const lacks = gate.lacks.map(({ what, person }) =>
          [sayWord(t, `lacks_${what}`), ...(person === undefined ? [] : [person])].join(" "),
        );
        out.line(`    ${lacks.length > 0 ? lacks.join("; ") : sayWord(t, gate.ground)}`);
      }
    }
    for (const { act } of releases(state)) {
      const recalled = isRecalled(state, act.id) ? ` · ${sayWord(t, "recalled")}` : "";
      out.line(`• ${act.payload.title} · ${sayWord(t, act.payload.ground)}${recalled}`);
    }
  },
};

function releases(state: State) {
  return [...state.footage.released.keys()].map((id) => known(state, id, "footage.released"));
}
