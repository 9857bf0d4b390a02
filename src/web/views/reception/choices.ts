import { sayPurpose, sayWord } from "#i18n";
import { returnCodes } from "#record";
import type { At } from "../../desk/query.ts";

export type Code<V extends string = string> = { readonly value: V; readonly label: string };

/** What can be chosen in the forms, each code with its word. */
export function choicesOf({ t }: At) {
  const worded = <V extends string>(codes: readonly V[]): readonly Code<V>[] =>
    codes.map((value) => ({ value, label: sayWord(t, value) }));
  const { conditions, outcomes, takers, shares, sites, lateralities, findingKinds, consistencies, purposes } =
    returnCodes;
  return {
    conditions: worded(conditions),
    outcomes: worded(outcomes),
    takers: worded(takers),
    shares: worded(shares),
    sites: worded(sites),
    lateralities: worded(lateralities),
    findingKinds: worded(findingKinds),
    consistencies: worded(consistencies),
    purposes: purposes.map((value) => ({ value, label: sayPurpose(t, value) })),
  };
}
export type Choices = ReturnType<typeof choicesOf>;
