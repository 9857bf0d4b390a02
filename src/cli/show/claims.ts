import { officeName, sayClaim } from "#i18n";
import { exchangeHandovers, type HandoverView, known, remainsHandovers } from "#record";
import type { Shown } from "../context.ts";
import { sayHappened } from "../dates.ts";
import type { Section } from "./section.ts";

/** Every number of a handover with each side's own figure, and where they differ. */
export const claims: Section = {
  name: "claims",
  heading: "show.claims",
  data: ({ state }) => [
    ...exchangeHandovers(state).map((view) => handoverData(view, "persons")),
    ...remainsHandovers(state).map((view) => handoverData(view, "remains")),
    ...[...state.statements.values()].flatMap((statement) =>
      statement.claims.flatMap((id) => {
        const { act } = known(state, id, "statement.claim_noted");
        if (!act.payload.claim) return [];
        const { speaker, onBehalfOf } = known(state, statement.id, "statement.captured").act.payload;
        return [
          { id, what: "statement", statement: statement.id, speaker, onBehalfOf, claim: act.payload.claim },
        ];
      }),
    ),
  ],
  print: (it) => {
    for (const view of exchangeHandovers(it.state)) printHandover(it, view);
  },
};

export function handoverData(view: HandoverView, what: "persons" | "remains") {
  return {
    id: view.id,
    what,
    from: view.from,
    to: view.to,
    at: new Date(view.at).toISOString(),
    differs: view.differs,
    accounts: view.accounts.map(({ entry, by, count }) => ({
      id: entry.act.id,
      by,
      kind: entry.act.kind,
      count,
      parts: entry.act.payload.parts ?? [],
    })),
    links: view.links.map((link) => ({ id: link.act.id, by: link.act.by.office, ...link.act.payload })),
  };
}

export function printHandover({ state, t, out }: Shown, view: HandoverView): void {
  const first = view.accounts[0]?.entry.act.payload.on;
  const told = view.accounts.map(({ by, count, entry }) => {
    const parts = (entry.act.payload.parts ?? []).map((part) => sayClaim(t, part)).join(" + ");
    return `${officeName(t, state, by)}: ${sayClaim(t, count)}${parts ? ` (${parts})` : ""}`;
  });
  const names = [view.from, view.to].map((side) =>
    officeName(t, state, side === "a" ? "party-a" : "party-b"),
  );
  const when = first ? sayHappened(first) : "";
  out.line(`${when.padEnd(12)} ${names.join(" → ")}`);
  out.line(`    ${told.join(" · ")}${view.differs ? ` · ${t("show.differs")}` : ""}`);
}
