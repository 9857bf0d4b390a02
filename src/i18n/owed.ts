import { type Owed, partyOf, type Side, type State } from "#record";
import { sayAmount } from "./amounts.ts";
import { officeName, sayWord } from "./names.ts";
import { sayDay } from "./times.ts";
import { isMessageKey, type Params, type Translate } from "./translate.ts";

/** What is owed, and why it blocks, in the reader's words; the matter that it is owed on has its own title. */
export function sayOwed(t: Translate, owed: Owed): { readonly what: string; readonly why: string } {
  return { what: t(`owes.${owed.what}`, detailOf(t, owed)), why: t(`blocks.${owed.what}`) };
}

/** The title of the matter: as its author gave it, or, for a handover, its day, direction and first count. */
export function sayMatter(t: Translate, state: State, { title, detail }: Owed): string {
  if (detail.person !== undefined) return t("owed.returned_person", { person: detail.person });
  const { from, to, count, unit } = detail;
  if (from === undefined || to === undefined) return title;
  const nameOf = (side: string | number) => officeName(t, state, partyOf(side as Side)); // a handover's detail names sides
  const amount = count === undefined ? ({ undisclosed: true } as const) : { value: Number(count) };
  const counted = sayAmount(t, amount, String(unit));
  return t("owed.handover", {
    date: sayDay(t, title),
    from: nameOf(from),
    to: nameOf(to),
    count: counted,
  });
}

function detailOf(t: Translate, owed: Owed): Params {
  const { detail } = owed;
  const said = (prefix: string, key: string) => {
    const message = `${prefix}.${detail[key]}`;
    return isMessageKey(message) ? t(message) : String(detail[key] ?? "");
  };
  const node = (key: string) => String(detail[key] ?? "").replaceAll("_", " ");
  switch (owed.what) {
    case "open_term":
      return { ...detail, lacks: said("lacks", "lacks") };
    case "truce_part":
      return { part: said("part", "part") };
    case "return_step":
      return { step: sayWord(t, String(detail.step)) };
    case "mission_acknowledgement":
      return { echelon: sayWord(t, String(detail.echelon)) };
    case "summit_track":
      return { track: sayWord(t, String(detail.track)) };
    case "summit_condition":
    case "summit_circle":
      return { node: node("node"), requires: node("requires"), circle: node("circle") };
    case "delivery": {
      const left = Math.max(0, Number(detail.pledged) - Number(detail.perReceiver));
      return { ...detail, rest: sayAmount(t, { min: left }, String(detail.unit)) };
    }
    default:
      return detail;
  }
}
