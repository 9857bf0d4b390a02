import { describeAct, officeName, sayMatter, sayOwed } from "#i18n";
import { type Entry, endOf, inEffect, known, type Owed, owed, type State, truceStatus } from "#record";
import { type Due, dueAt } from "../../desk/owed-on.ts";
import type { At, Query } from "../../desk/query.ts";

/** What is owed on a matter for one reason: per group of offices that owe the same. */
export type Debt = {
  readonly why: string;
  readonly owing: readonly { readonly offices: readonly string[]; readonly words: readonly string[] }[];
};

/** A matter on which something is still missing. */
export type Matter = Due & {
  readonly id: string;
  /** Where the matter is shown. */
  readonly href: string;
  readonly title: string;
  /** This desk itself owes something on it. */
  readonly isOurs: boolean;
  readonly debts: readonly Debt[];
};

export type HomeModel = {
  readonly owed: number;
  readonly ours: number;
  readonly matters: readonly Matter[];
  readonly inForce: readonly {
    readonly id: string;
    readonly title: string;
    readonly until: number | undefined;
  }[];
  readonly changes: readonly { readonly id: string; readonly words: string; readonly receivedAt: number }[];
  /** How many more changes there are than are listed. */
  readonly moreChanges: number;
  readonly since: number | undefined;
};

const listedChanges = 12;

/** What is owed, what is in force, and what changed since the last visit. */
export const home: Query<undefined, HomeModel> = (at) => {
  const { state, now, office, since, t } = at;
  const all = owed(state, now, office);
  const matters = [...Map.groupBy(all, (one) => one.subject).values()].map((matter) => matterOf(at, matter));
  const changed = changedSince(at);
  return {
    owed: all.length,
    ours: all.filter((one) => one.by === office).length,
    matters,
    inForce: inForce(state, now),
    changes: changed
      .slice(-listedChanges)
      .reverse()
      .map(({ act, receivedAt }) => ({ id: act.id, words: describeAct(t, state, act), receivedAt })),
    moreChanges: Math.max(0, changed.length - listedChanges),
    since,
  };
};

function matterOf({ t, state, now, office }: At, matter: readonly Owed[]): Matter {
  const [first] = matter;
  if (!first) throw new Error("A matter without anything owed is no matter.");
  const { subject, due } = first;
  const debts = [...Map.groupBy(matter, (one) => one.what).values()].map((kind): Debt => {
    const said = kind.map((one) => ({ ...sayOwed(t, one), by: officeName(t, state, one.by) }));
    const byWords = [...Map.groupBy(said, (one) => one.what)];
    const byOffices = Map.groupBy(byWords, ([, owing]) => owing.map((one) => one.by).join("\n"));
    const owing = [...byOffices].map(([names, same]) => ({
      offices: names.split("\n"),
      words: same.map(([words]) => words),
    }));
    return { why: said[0]?.why ?? "", owing };
  });
  return {
    id: subject,
    href: hrefOf(state, subject),
    title: sayMatter(t, state, first),
    ...dueAt(due, now),
    isOurs: matter.some((one) => one.by === office),
    debts,
  };
}

// The view in which a matter can be answered.
function hrefOf(state: State, id: Owed["subject"]): string {
  const act = state.entries.get(id)?.act;
  if (act?.kind === "proposal.tabled") return `/proposals/${id}`;
  if (act?.kind === "round.proposed") return `/talks/${id}`;
  if (act?.kind === "point.recorded") return `/talks/${act.payload.round}`;
  if (act?.kind === "summit.proposed") return `/meeting/${id}`;
  if (act?.kind === "truce.tabled") return `/truces/${id}`;
  if (act?.kind === "truce.declared") return `/truces/declared/${id}`;
  if (act?.kind === "tranche.tabled") return `/exchange/${id}`;
  if (act?.kind === "eligibility.certified") return "/exchange";
  if (act?.kind === "return.received") return `/reception/${id}`;
  if (act?.kind === "site.reported") return `/sites/${id}`;
  if (act?.kind === "mission.planned") return `/missions/${id}`;
  if (act?.kind === "forensic.container_recorded") return `/remains/container/${id}`;
  if (act?.kind === "forensic.case_opened") return `/remains/case/${id}`;
  if (act?.kind === "line.manifest_made") return `/lineday/${id}`;
  if (act && /^(exchange|remains|pledge)\./.test(act.kind)) return "/claims";
  return `/record/${id}`;
}

function inForce(state: State, now: number): HomeModel["inForce"] {
  return [...state.truces.texts.values()].flatMap((truce) => {
    if (!inEffect.has(truceStatus(state, truce, now))) return [];
    const { title } = known(state, truce.id, "truce.tabled").act.payload;
    const end = endOf(state, truce);
    return [{ id: truce.id, title, until: end && Date.parse(end.at) }];
  });
}

// In the order of receipt; nothing is new on the first visit.
function changedSince({ state, since }: At): readonly Entry[] {
  if (since === undefined) return [];
  return [...state.entries.values()].filter(
    (entry) => entry.receivedAt > since && entry.act.kind !== "paper.sealed",
  );
}
