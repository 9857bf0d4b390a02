import type { ScreenKey } from "#i18n/screens";

export type PersonDraft = { readonly name: string; readonly capacity: string };

export const noPerson: PersonDraft = { name: "", capacity: "" };

/** The person that a draft has become. */
export function personOf({ name, capacity }: PersonDraft): PersonDraft {
  return { name: name.trim(), capacity: capacity.trim() };
}

export function personIsWrong({ name, capacity }: PersonDraft): ScreenKey | undefined {
  return name.trim() === "" || capacity.trim() === "" ? "forms.fill_both" : undefined;
}

/** The persons of a list; rows left empty are left out. */
export function peopleOf(drafts: readonly PersonDraft[]): readonly PersonDraft[] {
  return drafts.map(personOf).filter(({ name, capacity }) => name !== "" || capacity !== "");
}

export function peopleAreWrong(drafts: readonly PersonDraft[], least: number): ScreenKey | undefined {
  const people = peopleOf(drafts);
  if (people.length < least) return "forms.fill_both";
  return people.map(personIsWrong).find((one) => one !== undefined);
}

/** The entries of a field in which every line is one. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A form's check of a text that may not stay empty. */
export function textIsWrong(text: string): ScreenKey | undefined {
  return text.trim() === "" ? "forms.fill" : undefined;
}

/** A field that is left out of what is said where it stays empty. */
export function maybe<K extends string>(key: K, text: string): { readonly [F in K]?: string } {
  const said = text.trim();
  return said === "" ? {} : ({ [key]: said } as { readonly [F in K]?: string }); // one field
}
