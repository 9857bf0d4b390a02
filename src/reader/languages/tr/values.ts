import { words } from "../../inflected/words.ts";

const units = new Map<string, number>(
  Object.entries({
    bir: 1,
    iki: 2,
    üç: 3,
    dört: 4,
    beş: 5,
    altı: 6,
    yedi: 7,
    sekiz: 8,
    dokuz: 9,
    on: 10,
    yirmi: 20,
    otuz: 30,
    kırk: 40,
    elli: 50,
    altmış: 60,
    yetmiş: 70,
    seksen: 80,
    doksan: 90,
  }),
);
const scales = new Map([
  ["yüz", 100],
  ["bin", 1000],
]);
const ending =
  "(?:'?(?:[şs]?[ae]r|i|ı|u|ü|in|ın|un|ün|a|e|ya|ye|ten|tan|den|dan|si|sı|u|ü|inin|ının|sini|sını))?";

export const numbers = {
  units,
  scales,
  word: `(?:${[...units.keys(), ...scales.keys()].toSorted((a, b) => b.length - a.length).join("|")})(?!\\p{L})`,
  to: `${ending}(?: ?[-–—] ?| ile | ila | ilâ | veya | ya da )`,
  hedgesBefore: [
    ["least", /(?:en az|asgari|en azından)$/u],
    ["most", /(?:en fazla|en çok|azami)$/u],
    ["about", /(?:yaklaşık|aşağı yukarı|takriben|tahminen)$/u],
    ["nearly", /(?:neredeyse)$/u],
  ] as readonly (readonly [string, RegExp])[],
  hedgesAfter: [
    ["more", /^(?:'?[dt][ae]n|'?[ıiuü][nm]?) (?:fazla|çok|aşkın)|^'?[yae]{1,2} aşkın/u],
    ["fewer", /^'?[dt][ae]n az/u],
    ["nearly", /^'?(?:y?[ae]) yakın/u],
    ["about", /^ (?:civarında|kadar)/u],
  ] as readonly (readonly [string, RegExp])[],
  vague: [
    [words("birkaç|bir kaç"), 3, 9],
    [words("onlarca"), 24, 99],
    [words("yüzlerce"), 200, 999],
    [words("binlerce"), 2000, 9999],
    [words("birkaç yüz"), 300, 900],
  ] as readonly (readonly [RegExp, number, number])[],
  notCounted:
    /^(?:'\p{L}+)? ?(?:%|km|kilometre|metre|yıl|yaş|saat|dakika|gün|hafta|ay|ton|kez|kere|madde|tur|taraf|ülke|otobüs|araç|kamyon|roket|füze|mermi|iha|heyet|cumhurbaşkan|lider|grup)/u,
  hours: [
    ["saat(?:lik|likler|ten|i|in|liğine)?", 1],
    ["gün(?:lük|ü|den|e|ün|lüğüne)?", 24],
    ["hafta(?:lık|yı|ya|lığına)?", 168],
    ["ay(?:lık|dan|lığına)?", 720],
    ["yıl(?:lık|dan|lığına)?", 8760],
  ] as readonly (readonly [string, number])[],
  adjectives: [] as readonly (readonly [RegExp, number])[],
  notTermBefore: /(?:son|geçen|önceki|her|ilk|yaşın|tam|yalnızca|geçtiğimiz|ancak|saat|günde|yaklaşık)$/u,
  notTermAfter:
    /^ ?(?:sonra|önce|boyunca bek|süren (?:savaş|görüşme|müzakere|esaret)|tutsaklık|esaret|savaş|içinde|gecik|bekle|sonunda)/u,
};

export const calendar = {
  months: "ocak~|şubat~|mart~|nisan~|mayıs~|haziran~|temmuz~|ağustos~|eylül~|ekim~|kasım~|aralık~".split("|"),
  weekdays: [
    "pazartesi~",
    "salı(?: gün\\p{L}*)?",
    "çarşamba~",
    "perşembe~",
    "cuma(?!rtesi)~",
    "cumartesi~",
    "pazar(?!tesi)~",
  ],
  dayEnding: "(?:'[a-zıüöşğç]+)?",
  year: "",
  relative: [
    [words("bugün~|bu (?:sabah|akşam|gece)"), 0],
    [words("dün~"), -1],
    [words("evvelsi gün"), -2],
    [words("yarın~"), 1],
    [words("öbür gün"), 2],
  ] as readonly (readonly [RegExp, number])[],
  nextWeek: words("(?:önümüzdeki|gelecek) hafta(?! sonu)~"),
  endOfNextMonth: words("(?:önümüzdeki|gelecek) ay(?:ın)? son(?:u|una|unda)(?:na)?"),
  endOfThisMonth: words("(?:bu )?ay(?:ın)? son(?:u|una|unda)"),
  endOfYear: words("(?:bu )?yıl(?:ın)? son(?:u|una|unda)"),
  endOfWeek: words("(?:bu )?hafta(?:nın)? son(?:una)"),
  end: "MONTH(?: ayı(?:nın)?)? son(?:u|una|unda)",
  mid: "MONTH(?: ayı(?:nın)?)? orta(?:sı|sına|sında|ları\\p{L}*)",
  early: "MONTH(?: ayı(?:nın)?)? baş(?:ı|ına|ında)",
  firstHalf: "MONTH(?: ayı(?:nın)?)? (?:ilk|birinci) yarısı\\p{L}*",
  secondHalf: "MONTH(?: ayı(?:nın)?)? ikinci yarısı\\p{L}*",
  month: "MONTH (?:ayı(?:nda)?|içinde)",
  within: words("(?<n>\\d+|\\p{L}+) (?<u>saat|gün|hafta|ay) içinde"),
  byBefore: /(?:^|[\s—–(])(?:en geç)$/u,
  byAfter: /^(?:'\p{L}+)?(?: günü(?:ne)?)? (?:kadar|dek|değin)/u,
  fromBefore: /!$/u,
  fromAfter: /^(?:'\p{L}+)?(?: günü(?:nden)?)?(?: (?:sabahından|saat \S+))? (?:itibaren|başlayarak)/u,
  beforeDay: /!$/u,
  toldBefore: /(?!)/u,
  toldAfter: /^(?: \p{L}+){0,3} \p{L}+(?:[ıiuüae]n|[dt][ıiuü]|m[ıiuü]ştır)(?!\p{L})/u,
};
