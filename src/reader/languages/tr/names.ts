import { escaped, words } from "../../inflected/words.ts";

export const names = {
  /** A hard k softens before a vowel; endings stand behind an apostrophe. */
  formsOf(word: string): string {
    const soft = /^(.{3,})k$/u.exec(word);
    const source = soft?.[1] ? `${escaped(soft[1])}[kğ]` : escaped(word);
    return `${source}(?:'\\p{L}+|[yn]?[ıiuüae]n?|[ld][ae]|[dt][ae]n)?`;
  },
  derived: "l[ıiuü](?:lar|ler)?(?:'?\\p{L}{0,4})?",
  nominativeDerived: /l[ıiuü](?:lar|ler)?$/u,
  /** A state's name as it signs: "X Federasyonu". */
  formal: {
    ofPeople: undefined,
    ofName: /^(\p{Lu}\p{L}+) (?:\p{L}+ )*?(?:federasyonu|cumhuriyeti|krallığı|birliği|devleti|prensliği)$/iu,
  },
  humanitarian: words(
    "vakf~|vakıf~|derneğ~|dernek~|kızılay~|kızılhaç~|yardım~|hilal~|insani~|doktor~|hekim~",
  ),
  sides: "taraf(?:ı)?|heyet(?:i)?|yönetimi|hükümeti|yetkilileri?",
  heads:
    "\\p{L}* ?bakanlığı|bakanlık|genelkurmay(?: başkanlığı)?|hükümeti|hükümet|heyeti|sözcüsü|sözcülüğü|komutanlığı|valiliği|belediyesi|temsilcisi|ombudsmanı|koordinasyon merkezi|merkezi|misyonu|sekretaryası|arabulucu|arabulucular",
  offices: words(
    "bakanı|bakan|bakan yardımcısı|başbakan~|cumhurbaşkanı~|devlet başkanı|başkanı|başkan|başkan yardımcısı|sözcüsü|sözcü|temsilcisi|müzakereci(?:si)?|başmüzakereci(?:si)?|büyükelçi(?:si)?|albay|general|orgeneral|binbaşı|yüzbaşı|teğmen|komutanı|ombudsman(?:ı)?|danışmanı|koordinatörü|direktörü|müdürü|mühendis(?:i)?|doktor|hekim(?:i)?|cerrah|hemşire|belediye başkanı|vali(?:si)?|milletvekili|şansölye|elçi(?:si)?|özel temsilci(?:si)?|rahip|öğretmen|profesör|gazeteci|muhabiri?|moderatör|sunucu|delege|avukat|yargıç|komiser(?:i)?|gözlemci|genel sekreter(?:i)?|sekreteri|muhtarı?|üyesi|lideri|şefi|yetkilisi",
  ),
  honorifics: words("sayın|bay|bayan"),
  notNames: words(
    "bakanlığı|bakanlık|meclisi|birliği|cumhuriyeti|heyeti|merkezi|komitesi|vakfı|hareketi|kuzey|güney|doğu|batı|yukarı|aşağı|yeni|eski|büyük|küçük|köyü|kasabası|nehri|gölü|barajı|köprüsü|limanı|dışişleri|savunma|adalet|içişleri|basın|ortak",
  ),
  surnameEndings: "(?:'\\p{L}+)?",
  female: words("hanım|bayan|hemşire"),
  joint: words(
    "iki (?:taraf|heyet|başkent) da|iki (?:taraf|heyet)|her iki (?:taraf|heyet)|taraflar|heyetler",
  ),
  mediator: words("arabulucu~"),
  pronoun: words("o|onlar|kendisi"),
  first: words(
    "biz|bizim|bize|ben|bizden|istiyoruz|yazıyorum|duymadık|ediyoruz|\\p{L}+(?:yoruz|dık|dik|duk|dük|mız|miz|muz|müz)",
  ),
  his: words("kendisine göre|ona göre|onun sözlerine göre"),
  accordingTo: words("göre|aktardığına göre|verdiği bilgiye göre"),
  unnamed: words("(?:iki |üç |bir |adı açıklanmayan )?(?:diplomat|kaynak|yetkili)(?:lar|ler)?"),
  before: words(
    "ancak|ama|öte|yandan|daha|önce|sonra|bugün|dün|yarın|ise|ayrıca|bu|bunun|o|soru|cevap|yanıt|sayın|bay|bayan|ve|ile|de|da",
  ),
  place: /(?<!\p{L})(\p{Lu}[\p{Ll}]+(?: \p{Lu}\p{Ll}+)?)'(?:da|de|ta|te)(?:ki)?(?!\p{L})/gu,
};
