/** Ways of writing a Cyrillic word in Latin letters, for invented lists: each is a line of pairs, longest first where it matters. */
const common = "а a б b в v г h д d е e з z і i и y к k л l м m н n о o п p р r с s т t у u ф f ь  ъ  ' ";
const schemes = {
  kmu: `${common} г h ґ g ж zh й i х kh ц ts ч ch ш sh щ shch є ie ї i ю iu я ia ё e ы y э e`,
  bgn: `${common} г g ж zh и i й y х kh ц ts ч ch ш sh щ shch є ye ї yi ю yu я ya ё yo ы y э e`,
  iso: `${common} г g ж ž и i й j х h ц c ч č ш š щ ŝ є ê ї ï ю û я â ё ë ы y э è`,
  german: `${common} г g в w ж sch и i й j х ch ц z ч tsch ш sch щ schtsch є je ї ji ю ju я ja ё jo ы y э e с s з s`,
  french: `${common} г gu ж j и i й i х kh ц ts ч tch ш ch щ chtch є ie ї i ю iou я ia ё io ы y э e у ou`,
  turkish: `${common} г g ж j и i й y х h ц ts ч ç ш ş щ şç є ye ї yi ю yu я ya ё yo ы ı э e`,
  polish: `${common} г h в w ж ż и y й j х ch ц c ч cz ш sz щ szcz є je ї ji ю ju я ja ё jo ы y э e`,
} as const;

export const schemeNames = Object.keys(schemes);

const tables = new Map(
  Object.entries(schemes).map(([name, line]) => {
    const cells = line.split(" ");
    const pairs = new Map<string, string>();
    for (let i = 0; i + 1 < cells.length; i += 2) pairs.set(cells[i]!, cells[i + 1]!);
    return [name, pairs] as const;
  }),
);

/** A word with a capital in one of `schemeNames`. */
export function romanised(word: string, scheme: string): string {
  const table = tables.get(scheme);
  const out = [...word.toLowerCase()].map((letter) => table?.get(letter) ?? letter).join("");
  return out.charAt(0).toUpperCase() + out.slice(1);
}
