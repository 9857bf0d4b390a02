import { type ActId, endOf, known, localPrint, type PayloadOf, processOf, type Room } from "#record";
import { mayNow } from "../../desk/may.ts";
import type { At } from "../../desk/query.ts";

type Truce = At["state"]["truces"]["texts"] extends Map<infer _, infer T> ? T : never;

/** What this office may say of a text now, by the table and the rules. */
export type TruceMay = {
  readonly retable: boolean;
  readonly answer: boolean;
  readonly order: boolean;
  readonly step: boolean;
  readonly guarantee: boolean;
  readonly ready: boolean;
  readonly extend: boolean;
  readonly answerExtension: boolean;
  readonly suspend: boolean;
  readonly denounce: boolean;
  readonly close: boolean;
};

const source = { kind: "own_record", publisher: "trial" } as const;

export function truceMay(at: At, one: Truce, room: Room, extension?: ActId): TruceMay {
  const { state, office, now } = at;
  const truce = one.id;
  const { terms } = known(state, truce, "truce.tabled").act.payload;
  const soon = new Date(now + 3_600_000).toISOString();
  const may = <K extends Parameters<typeof mayNow>[2]>(kind: K, payload: PayloadOf<K>) =>
    mayNow(at, room, kind, payload);
  const order = one.orders.get(office)?.at(-1);
  const trial = { echelonReached: "company", at: new Date(now).toISOString() } as const;
  const zone = terms.zones?.[0]?.name ?? "trial";
  const end = endOf(state, one);
  return {
    retable: !isOver(one, at) && may("truce.tabled", { title: "trial", terms: {}, retables: truce, source }),
    answer: may("truce.answered", { truce, answer: "under_study", source }),
    order: may("truce.order_issued", {
      truce,
      number: "1",
      signatory: "trial",
      issuedAt: soon,
      echelonReached: "company",
    }),
    step:
      order !== undefined &&
      !isOver(one, at) &&
      (["received", "passed_to_units", "confirmed_by_units"] as const).some((step) =>
        may("truce.order_acknowledged", { truce, order, step, ...trial }),
      ),
    guarantee: may("truce.guarantee_given", { truce, words: "trial", until: soon }),
    ready: may("truce.readiness_said", { truce, answer: "go" }),
    extend: end !== undefined && may("truce.extension_proposed", { truce, end: laterThan(at, end.at) }),
    answerExtension:
      extension !== undefined && may("truce.extension_answered", { truce, extension, answer: "accepted" }),
    suspend: may("truce.suspended_locally", { truce, zone, reason: "trial", from: soon }),
    denounce: !isOver(one, at) && may("truce.denounced", { truce, reason: "trial", effectiveAt: soon }),
    close: may("truce.closing_reported", { truce, words: "trial" }),
  };
}

function isOver(one: Truce, { state, now }: At): boolean {
  const end = endOf(state, one);
  return one.retabledAs !== undefined || (end !== undefined && Date.parse(end.at) <= now);
}

// An end an hour later, with the prints that the rules compare.
function laterThan({ state }: At, at: string): PayloadOf<"truce.extension_proposed">["end"] {
  const later = Date.parse(at) + 3_600_000;
  const parties = processOf(state)?.parties;
  return {
    at: new Date(later).toISOString(),
    localA: localPrint(later, parties?.a.zone ?? "UTC"),
    localB: localPrint(later, parties?.b.zone ?? "UTC"),
  };
}
