import { isMessageKey, officeName, sayWord, type Translate } from "#i18n";
import { checksOf, partyOf, processOf, type TruceCheck, type TruceTerms } from "#record";
import type { At } from "../../desk/query.ts";

/** Something in a text that is pointed out, with what the words of the page need. */
export type CheckLine = Pick<TruceCheck, "check" | "law"> & {
  readonly key: string;
  readonly part: string;
  readonly act: string;
  readonly who: string;
  readonly zone: string;
  /** The words in which it was found. */
  readonly words: string | undefined;
};

/** What in a text deserves a second look; the parties in the order of this desk. */
export function checkLines({ state, t }: Pick<At, "state" | "t">, terms: TruceTerms): readonly CheckLine[] {
  const process = processOf(state);
  if (!process) return [];
  const { parties, order } = process;
  return checksOf(terms, { a: parties.a.zone, b: parties.b.zone }, order).map(
    ({ check, law, part, detail }) => {
      const { act, side, zone = "", words } = detail;
      return {
        key: [check, part, ...Object.values(detail)].join(" "),
        check,
        law,
        part: partName(t, part),
        act: act === undefined ? "" : sayWord(t, act),
        who: side === "a" || side === "b" ? officeName(t, state, partyOf(side)) : "",
        zone,
        words,
      };
    },
  );
}

/** A part of a truce text by its name. */
export function partName(t: Translate, part: string): string {
  const key = [`part.${part}`, `field.${part}`].find(isMessageKey);
  return key ? t(key) : part;
}
