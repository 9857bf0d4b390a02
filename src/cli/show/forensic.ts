import { officeName, sayWord } from "#i18n";
import { codeInGroups, custodyOf, holderOf, identificationView, known, nextFor, type State } from "#record";
import type { Section } from "./section.ts";

/** Containers with who holds them and what comes next, cases, and each identification; no name anywhere. */
export const forensic: Section = {
  name: "forensic",
  heading: "show.forensic",
  data: ({ state }) => [
    ...[...state.forensic.containers.values()].map((container) => ({
      what: "container",
      id: container.id,
      code: codeOf(state, container.id),
      holder: holderOf(state, container),
      next: nextFor(state, container),
      custody: custodyOf(state, container).map(({ from, to, taken, gaps }) => ({
        from,
        to,
        taken: taken?.act.id,
        gaps,
      })),
    })),
    ...[...state.forensic.cases.keys()].map((id) => ({
      what: "case",
      id,
      ...known(state, id, "forensic.case_opened").act.payload,
    })),
    ...identifications(state).map(({ id, status, stated }) => ({
      what: "identification",
      id,
      status,
      ...stated.act.payload,
    })),
  ],
  print: ({ state, t, out }) => {
    for (const container of state.forensic.containers.values()) {
      const next = nextFor(state, container);
      const then = next ? ` · ${sayWord(t, `next_${next.step}`)} (${officeName(t, state, next.by)})` : "";
      out.line(`${codeOf(state, container.id)} · ${officeName(t, state, holderOf(state, container))}${then}`);
      for (const { gaps } of custodyOf(state, container))
        for (const gap of gaps) out.line(`    ${sayWord(t, `gap_${gap}`)}`);
    }
    for (const { status, stated } of identifications(state)) {
      const { number } = known(state, stated.act.payload.case, "forensic.case_opened").act.payload;
      const word = sayWord(t, status === "revoked" ? "revoked" : `identification_${status}`);
      out.line(`${sayWord(t, "case")} ${number}: ${sayWord(t, stated.act.payload.level)} · ${word}`);
    }
  },
};

function codeOf(state: State, id: Parameters<typeof known>[1]): string {
  return codeInGroups(known(state, id, "forensic.container_recorded").act.payload.code);
}

function identifications(state: State) {
  return [...state.forensic.identifications.values()].map((one) => identificationView(state, one));
}
