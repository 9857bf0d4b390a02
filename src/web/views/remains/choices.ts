import { officeName, sayPurpose, sayWord } from "#i18n";
import { forensicCodes, partyOf } from "#record";
import type { At } from "../../desk/query.ts";

export type Code<V extends string = string> = { readonly value: V; readonly label: string };

/** What can be chosen in the forms, each code with its word. */
export function choicesOf({ state, t, office }: At) {
  const worded = <V extends string>(codes: readonly V[]): readonly Code<V>[] =>
    codes.map((value) => ({ value, label: sayWord(t, value) }));
  const keepers = ["operator", "forensic-a", "forensic-b"] as const;
  return {
    holdings: worded(forensicCodes.holdings),
    minglings: worded(forensicCodes.minglings),
    belongings: forensicCodes.belongings.map((value) => ({
      value,
      label: value === "a" || value === "b" ? officeName(t, state, partyOf(value)) : sayWord(t, value),
    })),
    findings: worded(forensicCodes.findings),
    seals: worded(forensicCodes.seals),
    discs: worded(forensicCodes.discs),
    stances: worded(forensicCodes.stances),
    levels: worded(forensicCodes.levels),
    genes: worded(forensicCodes.geneMethods),
    alone: worded(["lifetime_sample", "dental", "fingerprint", ...forensicCodes.supportingMethods] as const),
    answers: worded(forensicCodes.identificationAnswers),
    revocations: worded(forensicCodes.revocations),
    causes: worded(forensicCodes.returnCauses),
    relations: worded(forensicCodes.relations),
    purposes: forensicCodes.samplePurposes.map((value) => ({ value, label: sayPurpose(t, value) })),
    tellers: worded(forensicCodes.tellers),
    places: worded(forensicCodes.tellingPlaces),
    partWishes: worded(forensicCodes.partWishes),
    keepers: keepers
      .filter((one) => one !== office)
      .map((value) => ({ value, label: officeName(t, state, value) })),
  };
}
export type Choices = ReturnType<typeof choicesOf>;
