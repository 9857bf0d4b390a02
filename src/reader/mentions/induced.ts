import type { GivenParty } from "../draft.ts";
import type { Language } from "../languages/language.ts";

/** Parties where nobody has listed them: names that act as a side, with their adjectives; organisations with their letters in brackets. */
export function inducedParties(text: string, language: Language): GivenParty[] {
  const { organisation, endings } = language.parties;
  const side = language.parties.side.replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
  const seen = new Map<string, { names: Map<string, number>; score: number; first: number }>();
  const note = (name: string, at: number, points: number, alias?: string) => {
    const stem = stemOf(name);
    const entry = seen.get(stem) ?? { names: new Map<string, number>(), score: 0, first: at };
    entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
    if (alias) entry.names.set(alias, 1);
    entry.score += points;
    entry.first = Math.min(entry.first, at);
    seen.set(stem, entry);
  };
  const word = "\\p{Lu}\\p{Ll}[\\p{L}]+";
  const body = text.slice(0, 60_000);
  for (const match of body.matchAll(
    new RegExp(
      `(?:the )?((?:\\p{Lu}[\\p{L}'-]+ (?:of (?:the )?)?){1,4}${organisation})(?: \\((\\p{Lu}{2,8})\\))?`,
      "gu",
    ),
  )) {
    const name = (match[1] ?? "").replace(/^The /, "");
    note(name, match.index, 3, match[2]);
  }
  for (const match of body.matchAll(
    new RegExp(`(${word})(?=(?:'s)? (?:\\p{Lu}?\\p{L}+ ){0,2}?${side}(?![\\p{L}]))`, "gu"),
  ))
    if (!language.people.noPerson.test(match[1] ?? "")) note(match[1] ?? "", match.index, 2);
  for (const match of body.matchAll(
    new RegExp(
      `(?:between|delegations of|representatives of|talks with|[Gg]overnment of|Republic of|Kingdom of) (?:the )?(${word}) and (?:the )?(${word})`,
      "gu",
    ),
  ))
    for (const name of [match[1] ?? "", match[2] ?? ""])
      if (!language.people.noPerson.test(name)) note(name, match.index, 3);
  for (const match of body.matchAll(
    new RegExp(`(?:[Gg]overnment of|Republic of|Kingdom of|Emirate of) (?:the )?(${word})`, "gu"),
  ))
    note(match[1] ?? "", match.index, 3);
  const acting =
    /^ (?:and|said|says|will|has|have|had|would|agreed|proposed|rejected|accused|called|demanded|offered|announced|denied|confirmed)\b/;
  for (const match of body.matchAll(
    new RegExp(
      `(?<!\\p{L} |[.!?] )(${word})(?= (?:said|says|agreed|proposed|rejected|accused|demanded|offered|denied) )`,
      "gu",
    ),
  ))
    if (
      !language.people.noPerson.test(match[1] ?? "") &&
      acting.test(body.slice(match.index + match[0].length, match.index + match[0].length + 12)) &&
      seen.has(stemOf(match[1] ?? ""))
    )
      note(match[1] ?? "", match.index, 1);
  // every other form of a name that acts: "Russian" was seen, and so is Russia
  for (const match of body.matchAll(new RegExp(`(?<!\\p{L})(${word})(?!\\p{L})`, "gu"))) {
    const entry = seen.get(stemOf(match[1] ?? ""));
    if (entry && !language.people.noPerson.test(match[1] ?? "")) entry.names.set(match[1] ?? "", 1);
  }
  const demonym = new RegExp(`${endings}$`, "u");
  const parties = [...seen.values()]
    .filter(({ score }) => score >= 3)
    .toSorted((a, b) => b.score - a.score || a.first - b.first)
    .slice(0, 6)
    .map(({ names }) => {
      // the bare name is the shortest that has no ending of an adjective
      const all = [...names.keys()].toSorted((a, b) => a.length - b.length);
      const name =
        all.find((one) => one.includes(" ")) ?? all.find((one) => !demonym.test(one)) ?? all[0] ?? "";
      return { name, aliases: all };
    });
  const ids = new Set<string>();
  return parties.map(({ name, aliases }) => {
    const letters = name.includes(" ")
      ? name
          .split(" ")
          .map((one) => one[0] ?? "")
          .join("")
      : name.slice(0, 3);
    let id =
      letters
        .normalize("NFKD")
        .toUpperCase()
        .replace(/[^A-Z]/g, "") || "P";
    while (ids.has(id)) id = `${id}X`;
    ids.add(id);
    return { id, name, aliases };
  });
}

/** What a country's name and its adjective share. */
function stemOf(name: string): string {
  const word =
    name.split(" ").length > 1
      ? name
      : name.replace(/(?:ians?|ans?|ns?|ish|ese|is?|a|ia|y|land)$/u, "").replace(/e$/u, "");
  return word.length < 3 ? name : word;
}
