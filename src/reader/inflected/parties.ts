import type { GivenParty, PartyKind, Process } from "../draft.ts";
import type { Range } from "../text/fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { escaped, has, lowered } from "./words.ts";

type NamedParty = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: PartyKind;
};

/** One naming of a party, in whatever case. */
type Naming = Range & {
  readonly party: string;
  /** In the form of a subject. */
  readonly isSubject: boolean;
  /** Its people or adjective, not its name. */
  readonly isDerived: boolean;
};

export type NamedParties = {
  readonly list: readonly NamedParty[];
  readonly sides: readonly string[];
  readonly namings: readonly Naming[];
  within(range: Range): readonly Naming[];
};

/** The parties of the process where a text names them: each name by its stem and the endings that its words take. */
export function partiesIn(text: string, small: string, process: Process, lexicon: Lexicon): NamedParties {
  const given = process.parties ?? [];
  const forms: {
    readonly id: string;
    readonly pattern: RegExp;
    readonly alias: string;
    readonly isName: boolean;
    readonly length: number;
  }[] = [];
  for (const party of given)
    for (const alias of new Set([party.name, ...(party.aliases ?? []), ...shortOf(party, given, lexicon)])) {
      const plain = lowered(alias.replaceAll("’", "'"), lexicon.code);
      const parts = plain.split(/[\s-]+/).filter(Boolean);
      if (parts.length === 0) continue;
      const source = parts.map((part) => lexicon.names.formsOf(part)).join("[ -]");
      // "the Ostreli side" is as good as a name, whatever its first letter
      const isName = /^\p{Lu}/u.test(alias) || parts.length > 1;
      forms.push({
        id: party.id,
        alias: plain,
        isName,
        length: plain.length,
        pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?!\\p{L})`, "gu"),
      });
      const [word] = parts;
      if (parts.length === 1 && isName && word && word.length > 3)
        forms.push({
          id: party.id,
          alias: "",
          isName: false,
          length: plain.length,
          pattern: new RegExp(
            `(?<![\\p{L}\\p{N}-])${escaped(word.replace(/[аяоеуюыіиїйь]{1,2}$/u, ""))}${lexicon.names.derived}(?!\\p{L})`,
            "gu",
          ),
        });
    }
  forms.sort((a, b) => b.length - a.length);
  const namings: Naming[] = [];
  for (const { id, pattern, alias, isName } of forms)
    for (const match of small.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isName && !alias.includes(" ") && !/\p{Lu}/u.test(text[start] ?? "")) continue;
      if (namings.some((one) => one.start < end && one.end > start)) continue;
      namings.push({
        start,
        end,
        party: id,
        isSubject: match[0] === alias || (!isName && lexicon.names.nominativeDerived.test(match[0])),
        isDerived: !isName,
      });
    }
  namings.sort((a, b) => a.start - b.start);
  const kinds = kindsOf(given, process.host, lexicon);
  const list = given.map((party) => ({
    id: party.id,
    name: party.name,
    aliases: party.aliases ?? [],
    kind: kinds.get(party.id) ?? "third",
  }));
  return {
    list,
    sides: list.filter(({ kind }) => kind === "belligerent").map(({ id }) => id),
    namings,
    within: ({ start, end }) => {
      let low = 0;
      let high = namings.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((namings[middle]?.start ?? 0) < start) low = middle + 1;
        else high = middle;
      }
      let to = low;
      while (to < namings.length && (namings[to]?.end ?? 0) <= end) to++;
      return namings.slice(low, to);
    },
  };
}

/** What is left of the name that a state signs with: its people's adjective, and its own name where no other party has it. */
function shortOf(party: GivenParty, given: readonly GivenParty[], lexicon: Lexicon): readonly string[] {
  const { ofPeople, ofName } = lexicon.names.formal;
  const taken = new Set(
    given.filter((other) => other !== party).flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
  );
  const adjective = ofPeople?.exec(party.name);
  const stem = adjective?.[2]?.replace(/й$/u, "я");
  const short = [stem, ofName.exec(party.name)?.[1]].filter((one) => one !== undefined);
  const kept = short.filter((one) => !taken.has(one));
  return adjective?.[1] && kept.length > 0 ? [...kept, adjective[1].toLowerCase()] : kept;
}

/** Whoever lists parties begins with the two whose process it is; a society or fund helps, a third one hosts. */
function kindsOf(
  given: readonly GivenParty[],
  host: string | undefined,
  lexicon: Lexicon,
): Map<string, PartyKind> {
  const kinds = new Map<string, PartyKind>();
  for (const party of given) {
    if (party.kind) kinds.set(party.id, party.kind);
    else if (party.id === host) kinds.set(party.id, "host");
    else if (has(lowered(party.name, lexicon.code), lexicon.names.humanitarian))
      kinds.set(party.id, "humanitarian");
  }
  let free = 2 - [...kinds.values()].filter((kind) => kind === "belligerent").length;
  for (const party of given)
    if (!kinds.has(party.id)) {
      kinds.set(party.id, free > 0 ? "belligerent" : "host");
      free--;
    }
  return kinds;
}
