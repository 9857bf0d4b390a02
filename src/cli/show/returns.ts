import { sayPurpose, sayWord } from "#i18n";
import {
  consentStatus,
  isWithheld,
  known,
  pathwayOf,
  type Return,
  type State,
  type StepStatus,
} from "#record";
import { utc } from "../dates.ts";
import type { Section } from "./section.ts";

/** Those whom this side's reception received: each one's pathway, consents and what rests on them. */
export const returns: Section = {
  name: "returns",
  heading: "show.reception",
  data: ({ state, now }) =>
    [...state.returns.received.values()].map((person) => {
      const { person: n, at, condition } = known(state, person.id, "return.received").act.payload;
      return {
        id: person.id,
        person: n,
        receivedAt: at,
        condition,
        pathway: pathwayOf(state, person, now).map(({ step, status, due }) => ({
          step,
          status,
          due: new Date(due).toISOString(),
        })),
        consents: consentsOf(state, person),
        record: [...person.findings, ...person.impressions].map((id) => {
          const act = state.entries.get(id)?.act;
          return act && isWithheld(state, act) ? { id, withheld: true } : { id, ...act?.payload };
        }),
      };
    }),
  print: ({ state, t, now, out }) => {
    for (const person of state.returns.received.values()) {
      const { person: n, condition } = known(state, person.id, "return.received").act.payload;
      out.line(`${t("show.returned_person", { n, condition: sayWord(t, condition) })}   ${person.id}`);
      for (const { step, status, due } of pathwayOf(state, person, now)) {
        const when = waits.has(status) ? ` · ${t("show.step_due", { when: utc(due) })}` : "";
        out.line(`    ${sayWord(t, step)}: ${sayWord(t, status)}${when}`);
      }
      for (const { purpose, status } of consentsOf(state, person))
        out.line(`    ${t("field.consent")}: ${sayPurpose(t, purpose)} · ${sayWord(t, status)}`);
    }
  },
};

const waits: ReadonlySet<StepStatus> = new Set(["open", "overdue", "postponed"]);

function consentsOf(state: State, person: Return) {
  return person.consents.map((id) => {
    const { purpose } = known(state, id, "consent.given").act.payload;
    return { id, purpose, status: consentStatus(state, id) };
  });
}
