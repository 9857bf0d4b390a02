import { officeName, sayClaim, sayWord } from "#i18n";
import {
  extensionAnswer,
  known,
  missingParts,
  parties,
  readinessOf,
  truceAnswer,
  truceStatus,
} from "#record";
import { sayHappened } from "../dates.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";
import { checksIn, printCourse } from "./truce-course.ts";

/** Truce texts with what they lack, and each side's own declarations with each side's counts. */
export const truces: Section = {
  name: "truces",
  heading: "show.truces",
  data: ({ state, now }) => [
    ...[...state.truces.texts.values()].map((truce) => {
      const { act } = known(state, truce.id, "truce.tabled");
      return {
        id: truce.id,
        by: act.by.office,
        ...act.payload,
        status: truceStatus(state, truce, now),
        answers: Object.fromEntries(parties.map((party) => [party, truceAnswer(state, truce, party)])),
        readiness: Object.fromEntries(parties.map((party) => [party, readinessOf(state, truce, party)])),
        orders: [...truce.orders].flatMap(([office, ids]) =>
          ids.map((id) => ({ by: office, ...known(state, id, "truce.order_issued").act.payload })),
        ),
        steps: [...truce.steps].flatMap(([office, ids]) =>
          ids.map((id) => ({ by: office, ...known(state, id, "truce.order_acknowledged").act.payload })),
        ),
        extensions: [...truce.extensions.values()].map((extension) => ({
          by: extension.author,
          ...known(state, extension.id, "truce.extension_proposed").act.payload,
          answers: Object.fromEntries(
            parties.map((party) => [party, extensionAnswer(state, extension, party)]),
          ),
        })),
        suspensions: [...truce.suspensions.values()].map(({ id, author, resumed }) => ({
          by: author,
          ...known(state, id, "truce.suspended_locally").act.payload,
          resumed: resumed && known(state, resumed, "truce.resumed").act.payload.at,
        })),
        missing: missingParts(act.payload.terms),
        checks: checksIn({ state }, truce),
      };
    }),
    ...[...state.truces.declarations.values()].map((declaration) => {
      const { act } = known(state, declaration.id, "truce.declared");
      return {
        id: declaration.id,
        by: act.by.office,
        ...act.payload,
        answers: Object.fromEntries(
          [...declaration.answers].map(([office, id]) => [
            office,
            known(state, id, "truce.declaration_answered").act.payload.answer,
          ]),
        ),
        counts: declaration.counts.map((id) => {
          const count = known(state, id, "truce.count_claimed").act;
          return { by: count.by.office, ...count.payload };
        }),
      };
    }),
  ],
  print: (it) => {
    const { state, t, now, out } = it;
    let turn = 0;
    for (const truce of state.truces.texts.values()) {
      const { act } = known(state, truce.id, "truce.tabled");
      out.line(`• ${act.payload.title} · ${sayWord(t, truceStatus(state, truce, now))}   ${truce.id}`);
      printCourse(it, truce, inPartyOrder(it, turn++));
    }
    for (const declaration of state.truces.declarations.values()) {
      const { act } = known(state, declaration.id, "truce.declared");
      const { title, window } = act.payload;
      out.line(
        `• ${title} · ${t("show.by", { office: officeName(t, state, act.by.office) })} · ${sayHappened(window)}`,
      );
      for (const [office, id] of declaration.answers) {
        const { answer } = known(state, id, "truce.declaration_answered").act.payload;
        out.line(`    ${officeName(t, state, office)}: ${sayWord(t, answer)}`);
      }
      for (const id of declaration.counts) {
        const { by, payload } = known(state, id, "truce.count_claimed").act;
        out.line(`    ${officeName(t, state, by.office)}: ${payload.what}, ${sayClaim(t, payload.count)}`);
      }
    }
  },
};
