import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { checkOf, custodyOf, holderOf, isSafe } from "./custody.ts";
import type { Case, Container } from "./fold.ts";
import { forensicOf, standingOf } from "./identification.ts";

/** What comes next with a container, and who does it; undefined where nothing is asked. */
export type NextForContainer = {
  readonly step: "check" | "make_safe" | "take" | "give" | "open_case" | "identify";
  readonly by: Office;
};

export function nextFor(state: State, container: Container): NextForContainer | undefined {
  const holder = holderOf(state, container);
  if (!isSafe(state, container))
    return { step: checkOf(state, container) === "not_safe" ? "make_safe" : "check", by: holder };
  const last = custodyOf(state, container).at(-1);
  if (last && !last.taken) return { step: "take", by: last.to };
  const { belongs } = known(state, container.id, "forensic.container_recorded").act.payload;
  const owner = belongs === "a" || belongs === "b" ? forensicOf(belongs) : undefined;
  const returned = container.cases.some((id) => isReturnedBy(state, id, holder));
  if (returned || (container.given.length === 0 && owner !== undefined && owner !== holder))
    return { step: "give", by: holder };
  if (holder === "operator") return { step: "give", by: holder };
  const own = container.cases.filter(
    (id) => known(state, id, "forensic.case_opened").act.by.office === holder,
  );
  if (own.length === 0) return { step: "open_case", by: holder };
  const isOpen = own.some((id) => {
    const found = state.forensic.cases.get(id);
    return found !== undefined && standingOf(state, found, holder) === undefined;
  });
  return isOpen ? { step: "identify", by: holder } : undefined;
}

function isReturnedBy(state: State, id: ActId, office: Office): boolean {
  const last = state.forensic.cases.get(id)?.returns.at(-1);
  return last !== undefined && known(state, last, "forensic.case_returned").act.by.office === office;
}

type Other = Act<"forensic.case_associated">["payload"]["with"];
/** What each office thinks of a case and one other thing, side by side: its latest word. */
export type AssociationView = {
  readonly with: Other;
  readonly words: readonly {
    readonly office: Office;
    readonly latest: Entry<Act<"forensic.case_associated">>;
    /** How often this office has changed its word. */
    readonly changes: number;
  }[];
};

export function associationsOf(state: State, { id }: Case): readonly AssociationView[] {
  const said = [...state.forensic.cases.values()].flatMap(({ associations }) =>
    associations.map((one) => known(state, one, "forensic.case_associated")),
  );
  // what another case says of this one stands here too
  const here = said.flatMap((entry): { readonly other: Other; readonly entry: typeof entry }[] => {
    const { case: of, with: other } = entry.act.payload;
    if (of === id) return [{ other, entry }];
    return other.type === "case" && other.other === id ? [{ other: { type: "case", other: of }, entry }] : [];
  });
  return [...Map.groupBy(here, ({ other }) => keyOf(other))].map(([, same]): AssociationView => {
    const byOffice = Map.groupBy(same, ({ entry }) => entry.act.by.office);
    const [first] = same;
    if (!first) throw new Error("A group of associations is never empty.");
    return {
      with: first.other,
      words: [...byOffice].flatMap(([office, all]) => {
        const latest = all
          .map(({ entry }) => entry)
          .toSorted((x, y) => x.seq - y.seq)
          .at(-1);
        return latest ? [{ office, latest, changes: all.length - 1 }] : [];
      }),
    };
  });
}

function keyOf(other: Other): string {
  switch (other.type) {
    case "container":
      return `container ${other.container}`;
    case "case":
      return `case ${other.other}`;
    default:
      return `person ${other.person}`;
  }
}

/** A look for ammunition, the word of the office to which custody was given, and what goes back to the other side. */
export function owedOnForensic(state: State): readonly Owed[] {
  return [...state.forensic.containers.values()].flatMap((container): readonly Owed[] => {
    const next = nextFor(state, container);
    const what = next && owedFor(state, container, next);
    if (!what) return [];
    const { code } = known(state, container.id, "forensic.container_recorded").act.payload;
    return [
      {
        what,
        subject: container.id,
        title: `${code.slice(0, 4)}-${code.slice(4)}`,
        by: next.by,
        due: undefined,
        detail: {},
      },
    ];
  });
}

function owedFor(
  state: State,
  { cases }: Container,
  { step, by }: NextForContainer,
): Owed["what"] | undefined {
  if (step === "take") return "custody_word";
  if (step === "check" || step === "make_safe") return "container_check";
  return step === "give" && cases.some((id) => isReturnedBy(state, id, by)) ? "case_return" : undefined;
}
