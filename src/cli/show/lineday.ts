import { officeName, sayWord } from "#i18n";
import {
  blocksOf,
  type Counter,
  conflictsOf,
  counters,
  countersOf,
  givingSide,
  type LineDay,
  manifestOf,
  otherSide,
  partyOf,
  receiptsOf,
  standingDays,
  tellingOf,
} from "#record";
import type { Shown } from "../context.ts";
import type { Section } from "./section.ts";

/** Days at the line: each counter's own telling, the blocks with their counts, the receipts. No person is named. */
export const lineday: Section = {
  name: "lineday",
  heading: "show.lineday",
  data: ({ state }) =>
    standingDays(state).map((day) => {
      const { persons, spares, ...manifest } = manifestOf(state, day);
      const { status, isWitnessed, signed } = receiptsOf(state, day);
      return {
        id: day.id,
        from: partyOf(givingSide(day)),
        ...manifest,
        listed: persons.length,
        spares: spares.length,
        tellings: counters.map((counter) => {
          const { outcomes, ...telling } = tellingOf(state, day, counter);
          return { ...telling, outcomes: Object.fromEntries(outcomes) };
        }),
        blocks: blocksOf(state, day).map((block) => ({
          ...block,
          counts: Object.fromEntries(block.counts),
          told: Object.fromEntries(block.told),
        })),
        conflicts: conflictsOf(state, day),
        receipt: { status, isWitnessed, signed: [...signed.keys()] },
      };
    }),
  print: (it) => {
    const { state, t, out } = it;
    for (const day of standingDays(state)) {
      const { persons, day: on, place } = manifestOf(state, day);
      const office = officeName(t, state, partyOf(givingSide(day)));
      out.line(`• ${t("show.line_of", { office, n: persons.length, title: `${on}, ${place}` })}`);
      for (const counter of countersOf(state, day)) out.line(`    ${told(it, day, counter)}`);
      for (const { number, counts, status } of blocksOf(state, day)) {
        const said = counters.map((one) => `${nameOf(it, day, one)} ${counts.get(one)?.heads ?? "–"}`);
        out.line(
          `    ${t("show.line_block", { n: number, counts: said.join(", "), status: sayWord(t, status) })}`,
        );
      }
      out.line(`    ${t("show.line_receipt", { status: sayWord(t, receiptsOf(state, day).status) })}`);
      const open = conflictsOf(state, day).length;
      if (open > 0) out.line(`    ${t("show.line_conflicts", { n: open })}`);
    }
  },
};

function told(it: Shown, day: LineDay, counter: Counter): string {
  const { came, open, owed, outcomes } = tellingOf(it.state, day, counter);
  const gone = outcomes.size - came - open;
  const office = nameOf(it, day, counter);
  return `${it.t("show.told_by", { office })}: ${it.t("show.line_told", { came, gone, open, owed })}`;
}

function nameOf({ state, t }: Shown, day: LineDay, counter: Counter): string {
  if (counter === "operator") return officeName(t, state, "operator");
  const side = givingSide(day);
  return officeName(t, state, partyOf(counter === "giver" ? side : otherSide(side)));
}
