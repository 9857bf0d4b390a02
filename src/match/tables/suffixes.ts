/**
 * Endings, as the sounds of letters.ts spell them.
 *
 * Provenance: written for Parley from general knowledge of Ukrainian and Russian word formation (names of fathers, of families and
 * their forms for women), and of Turkic and Caucasian names of fathers and families.
 */

/** Endings of a name of the father; what stands before them is the stem of his name. Longest first. */
export const patronymicEndings = [
  "iniCna",
  "oviC",
  "eviC",
  "ovic",
  "evic",
  "oviS",
  "eviS",
  "oviJ",
  "eviJ",
  "ovna",
  "evna",
  "ivna",
  "ivic",
  "iviC",
  "iCna",
  "icna",
  "iSna",
  "iC",
  "ic",
] as const;

/** Turkic words of sonship and daughterhood: what they follow is the name of the father. */
export const sonship = ["ogli", "oglu", "ogl", "uli", "ulu", "kizi", "kzi", "giz", "gizi"] as const;

/** Endings of surnames for women and what men have in their place. */
export const feminineSurnames: readonly (readonly [string, string])[] = [
  ["ska", "ski"],
  ["cka", "cki"],
  ["zka", "zki"],
  ["ova", "ov"],
  ["eva", "ev"],
  ["iva", "iv"],
  ["ina", "in"],
  ["Ca", "Ci"],
  ["na", "ni"],
  ["oi", "i"],
  ["ei", "i"],
];

/** Endings by which a word is known for a surname. */
export const surnameEndings = [
  "enko",
  "nko",
  "uk",
  "ak",
  "ik",
  "Cuk",
  "ski",
  "cki",
  "zki",
  "ska",
  "cka",
  "ov",
  "ev",
  "ova",
  "eva",
  "in",
  "ina",
  "ec",
  "ilo",
  "un",
  "an",
  "aik",
  "ian",
  "ani",
  "Svili",
  "dze",
  "ia",
  "ogl",
  "liu",
] as const;

/** Words around a name that are no part of it: ranks, courtesies, remarks in the four languages. */
export const notNames = [
  "mr mrs ms sir gospodin bay bayan пан пані г-н г-жа гр громадянин гражданин",
  "поранений поранена ранен ранена wounded yaralı мед госпіталь госпиталь тяжело важко",
  "позивний позывной callsign call sign кличка він же он же aka alias уточн уточнити уточняется невідомо неизвестно",
  "unknown unk н/д нд б/н немає нет none nil null n/a na відсутнє отсутствует illegible нерозб неразб нрзб невстановлено неустановлен",
  "рядовий рядовой солдат сержант старшина єфрейтор ефрейтор лейтенант капітан капитан майор полковник матрос прапорщик",
] as const;
