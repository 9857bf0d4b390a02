import type { Owed } from "#record";
import { sayAmount } from "./amounts.ts";
import { sayWord } from "./names.ts";
import { isMessageKey, type Params, type Translate } from "./translate.ts";

/** What is owed and why it blocks, in the reader's words. */
export function sayOwed(t: Translate, owed: Owed): { readonly what: string; readonly why: string } {
  const title = owed.title.length > 140 ? `${owed.title.slice(0, 139)}…` : owed.title;
  return { what: t(`owed.${owed.what}`, { title, ...detailOf(t, owed) }), why: t(`blocks.${owed.what}`) };
}

function detailOf(t: Translate, owed: Owed): Params {
  const { detail } = owed;
  const said = (prefix: string, key: string) => {
    const message = `${prefix}.${detail[key]}`;
    return isMessageKey(message) ? t(message) : String(detail[key] ?? "");
  };
  switch (owed.what) {
    case "open_term":
      return { ...detail, lacks: said("lacks", "lacks") };
    case "truce_part":
      return { part: said("part", "part") };
    case "summit_track":
      return { track: sayWord(t, String(detail.track)) };
    case "delivery": {
      const left = Math.max(0, Number(detail.pledged) - Number(detail.perReceiver));
      return { ...detail, rest: sayAmount(t, { min: left }, String(detail.unit)) };
    }
    default:
      return detail;
  }
}
