import type { ScreenKey } from "#i18n/screens";
import type { ActId, Category, PayloadOf, Persons, Side } from "#record";
import { linesIn, linesText } from "../../design/lines-text.ts";

type Part = PayloadOf<"tranche.tabled">["parts"][number];

/** Lines of one list, by side and category, as they are being filled in. */
export type PartDraft = {
  readonly returnedBy: Side | null;
  readonly category: Category;
  readonly list: string | null;
  readonly lines: string;
  readonly isReserve: boolean;
};

export const noPart: PartDraft = {
  returnedBy: null,
  category: "number",
  list: null,
  lines: "",
  isReserve: false,
};

export function partIsWrong({ returnedBy, list, lines }: PartDraft): ScreenKey | undefined {
  if (returnedBy === null || list === null) return "forms.choose";
  return linesIn(lines) === undefined ? "exchange.f.lines_wrong" : undefined;
}

export function partsAreWrong(drafts: readonly PartDraft[]): ScreenKey | undefined {
  if (!drafts.some(({ isReserve }) => !isReserve)) return "exchange.f.nobody";
  return drafts.map(partIsWrong).find((one) => one !== undefined);
}

/** The parts that drafts have become: one for each side and category. */
export function partsOf(drafts: readonly PartDraft[], isReserve: boolean): readonly Part[] {
  const own = drafts.filter((one) => one.isReserve === isReserve);
  const alike = Map.groupBy(own, ({ returnedBy, category }) => `${returnedBy} ${category}`);
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (!first?.returnedBy) return [];
    return [{ returnedBy: first.returnedBy, category: first.category, persons: personsOf(all) }];
  });
}

// Lists and lines in their own order, each once.
function personsOf(drafts: readonly PartDraft[]): Persons {
  const lists = [...Map.groupBy(drafts, ({ list }) => list ?? "")].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return lists.map(([list, all]) => ({
    list: list as ActId, // chosen among lists that are read
    lines: [...(linesIn(all.map(({ lines }) => lines).join(", ")) ?? [])],
  }));
}

/** A text's parts as drafts, to be edited. */
export function draftsOf({
  parts,
  reserves = [],
}: {
  readonly parts: readonly Part[];
  readonly reserves?: readonly Part[] | undefined;
}): readonly PartDraft[] {
  const drafts = (isReserve: boolean) => (part: Part) =>
    part.persons.map(({ list, lines }) => ({
      returnedBy: part.returnedBy,
      category: part.category,
      list,
      lines: linesText(lines),
      isReserve,
    }));
  return [...parts.flatMap(drafts(false)), ...reserves.flatMap(drafts(true))];
}
