import type { Count, EventType, Measure, Media, Topic } from "../../draft.ts";
import { words } from "../../inflected/words.ts";

const e =
  "(?:[dt][ıiuü](?:ler|lar)?|m[ıiuü]ş(?:t[ıiuü]r|lerdir|lardır)?|mekte(?:dir)?|makta(?:dır)?|[dt][ıiuü]ğ\\p{L}+|[dt][ıiuü]k(?:lar|ler)\\p{L}+)";
const held =
  "(?:esir~|savaş esir~|tutsak~|rehine~|asker(?:i|in|ler|lerin|ini|lerini)?|tutuklu~|gözaltında~|mahkum~|denizci~|savaşçı~)";
const dead = "(?:naaş~|cenaze~|cansız beden~|ceset~|kalıntı~|ölü(?:ler|sü|leri)~)";
const people = "(?:sivil~|çocuk~|aile~|köylü~|balıkçı~|yaşlı~|mahsur~|mülteci~|sakin(?:ler|leri)~)";

export const measures: readonly (readonly [Measure, RegExp])[] = [
  ["ceasefire", words("(?:(?:tam|kalıcı|genel|süresiz) )?ateşkes~|ateşin kesil~|çatışmaların durdurul~")],
  [
    "short_truce",
    words(
      "(?:geçici|kısa|insani|yerel) (?:ateşkes|ara|duraklama)~|insani ara~|sükûnet~|sükunet~|sessizlik~|çatışmalara ara~|ateşe ara~|duraklama~|mola~|(?:saat|gün)lük (?:bir )?ara(?:ya|yı|nın)?",
    ),
  ],
  [
    "moratorium",
    words(
      "moratoryum~|(?:enerji|altyapı|liman|elektrik|su|baraj|hastane)~ .. (?:vurulmama|saldırılmama|hedef alınmama|saldırıların durdurul)~",
    ),
  ],
  [
    "leaders_meeting",
    words(
      "(?:cumhurbaşkan|lider|başbakan|devlet başkan)~ .. (?:bir araya gel|görüş|buluş)~|(?:cumhurbaşkan|lider|başbakan)(?:ları|ler|leri) (?:zirve|görüşme|buluşma)~|zirve~|lider(?:ler)? (?:zirvesi|buluşması)",
    ),
  ],
  ["remains_transfer", words(`${dead} .. (?:takas|teslim|iade|ver|nakl|değiş)~|${dead}`)],
  ["civilians_return", words(`${people} .. (?:dön|iade|serbest|teslim|bırak|kavuş)~`)],
  [
    "prisoner_exchange",
    words(
      `(?:esir|tutsak)~ (?:takas|değişim)~|takas~|${held} .. (?:takas|serbest|iade|teslim|bırak|dön)~|esirler~|esirin|esiri`,
    ),
  ],
  [
    "working_groups",
    words("çalışma grub~|çalışma grup~|ortak komisyon~|ortak komite~|alt grup~|uzman grub~"),
  ],
  [
    "corridor",
    words(
      "(?:insani |güvenli )?koridor~|güvenli geçiş~|yol(?:u|unun|un)(?: [^.;]{1,140})? açıl~|(?:feribot|köprü|geçit)~ .. açıl~",
    ),
  ],
];
export const topics: readonly (readonly [Topic, RegExp])[] = [
  ["incident", words("saldır~|vurdu~|vurul~|bombardıman~|top ateşi~|ihlal~|patlama~|ateş aç~")],
  ["end_of_war", words("savaşın (?:son|bit)~|barış (?:anlaşma|antlaşma)~")],
  ["medical_support", words("doktor~|ilaç~|tedavi~|hekim~|cerrah~")],
  [
    "talks",
    words(
      "görüşme~|müzakere~|tur(?:u|un|unun|lar|da)?|toplantı~|diyalog~|heyet~|anlaşma~|uzlaşma~|ilerleme~|masa~|taraflar~|görüş ayrılık~",
    ),
  ],
];
export const realis = {
  history: words(
    "geçen (?:yıl|ay|bahar|kış|yaz|sonbahar|hafta|sefer)~|geçtiğimiz (?:yıl|ay)~|daha önce(?:ki)?|önceki (?:tur|yıl)~|evvelki~|bir zamanlar|20[0-2]\\d(?:'(?:de|da|te|ta)| yılında)|\\p{L}+(?:mıştı|mişti|muştu|müştü)(?:lar|ler)?|son olarak|yıllar önce|hatırlanacağı",
  ),
  negated: words(
    "\\p{L}+(?:madı|medi|mamış|memiş|mıyor|miyor|muyor|müyor|mayacak|meyecek|mamıştır|memiştir|madık|medik|mamakta|memekte|madığını|mediğini|mayacağını|meyeceğini|madılar|mediler|amadı|emedi|lamadı)\\p{L}*|yok~|değil~|hiçbir|hayır",
  ),
  conditional: words(
    "\\p{L}{3,}(?:arsa|erse|ırsa|irse|ursa|ürse|ması hâlinde|mesi hâlinde|ması halinde|mesi halinde)|eğer|şayet|olursa|ederse|takdirde|koşuluyla|şartıyla",
  ),
  planned: words(
    "\\p{L}+(?:acak|ecek|acağı|eceği|acağını|eceğini|acaktır|ecektir|acaklar|ecekler)\\p{L}*|öngörül~|planlan~|bekleni~|konusunda anlaş~|amacıyla|teklif~|öneri~|istedi~|edilmesini|bırakılmasını|verilmesini|dönüyor",
  ),
  doubt: words("\\p{L}+(?:acakmış|ecekmiş)|sözde|güya|muhtemelen|söylenti~|iddialara göre|belki|doğrulanma~"),
  ahead: words(
    "\\p{L}+(?:acak|ecek|acağı|eceği)\\p{L}*|öngörül~|planlan~|önümüzdeki|gelecek|öner~|teklif~|kadar|dek|en geç|yarın|itibaren|başlasın|devam ediyoruz|anlaş~|dönüyor|şart koş~|talep~|istedi~",
  ),
};
export const agreed = words(
  `anlaş${e}|anlaştık|anlaşmaya var${e}|mutabık kal${e}|mutabakata var${e}|uzlaş${e}|uzlaşıl${e}|uzlaşmaya var${e}|uzlaşma sağlan${e}|anlaşma sağlan${e}|karara bağla${e}|kararlaştır${e}|kararlaştırıl${e}|imzala${e}|imzalan${e}|kabul edil${e}|üzerinde anlaş~|mutabakat sağlan${e}`,
);
export const notAgreed = words(
  "anlaşamadı~|anlaşmaya varıl(?:ama|ma)~|anlaşma (?:yok|sağlana?ma)~|uzlaşama~|uzlaşma(?:ya)? (?:varıla?ma|sağlana?ma)~|imzalanma(?:dı|mış)~|imzalanacakmış|karara bağlanmadı|mutabakat~ .. gelme~|anlaşma .. yok|henüz .. (?:anlaşma|mutabakat) .. yok|sona eren|anlaşmaya yakın|bekleniyor",
);
export const inPrinciple = words(
  "ilke olarak|prensipte|prensip olarak|ilkesel~|ön (?:anlaşma|mutabakat)~|geçici olarak",
);
export const condition = [
  words(
    "(?:ancak |yalnızca |sadece )?(?:[^\\s.;,“”]+ ){1,9}(?:\\p{L}+(?:ması|mesi) (?:hâlinde|halinde|koşuluyla|şartıyla|durumunda)|\\p{L}{3,}(?:arsa|erse|ırsa|irse|ursa|ürse))",
  ),
  words("(?:[^\\s.;,“”]+ ){1,6}karşılığında"),
  words("(?:[^\\s.;,“”]+ ){1,4}(?:gözetiminde|denetiminde|gözetimi altında)"),
];
export const notOffer = words(
  "öner(?:i|isi) .. geri çek~|önermedi~|teklif etmedi~|önerebilir~|öneri hazırl~",
);
export const jointPaper = words("ortak (?:açıklama|bildiri|duyuru)~|bildiri|tutanak|protokol~");
export const provision = words(
  "\\p{L}+(?:acaktır|ecektir|acaklardır|eceklerdir|acaklar|ecekler|acak|ecek)|durdurul(?:ur|acaktır)|taahhüt ed~|kurulur|yükümlü~",
);
export const execution = words(
  "önce|yapılacak~|tamamlanacak~|başlayacak~|ilk (?:grup|aşama)|gelecek|takas~|teslim~|kadar",
);
export const seeks = words("istedi~|istiyor~|talep~|şart koş~|geri dönüşünü|iadesini");
export const events: readonly (readonly [EventType, RegExp])[] = [
  [
    "truce_start",
    words(`(?:ateşkes|sükûnet|sessizlik|insani ara|koridor)(?:in)? .. (?:başla|yürürlüğe gir|açıl)${e}`),
  ],
  [
    "truce_end",
    words(`(?:ateşkes|sükûnet|sessizlik|insani ara|koridor)(?:in)? .. (?:sona er|bit|bozul|çök|kapan)${e}`),
  ],
  [
    "remains_transfer",
    words(
      `${dead} .. (?:teslim (?:et|edil|al|alın)|iade (?:et|edil)|getiril|ver|veril|takas edil|nakledil|al|alın)${e}`,
    ),
  ],
  [
    "evacuation",
    words(
      `(?:kişi|${people}|yaralı|hasta)~ .. (?:tahliye (?:et|edil)|çıkarıl|nakledil)${e}|tahliye edil${e}`,
    ),
  ],
  ["civilians_return", words(`${people} .. (?:dön|iade edil|serbest bırakıl|teslim edil|kavuş)${e}`)],
  [
    "prisoner_return",
    words(
      `${held} .. (?:takas edil|takas et|serbest bırak|serbest bırakıl|teslim edil|teslim al|iade edil|dön|kavuş)${e}|takas (?:tamamlan|gerçekleş|yapıl)${e}|evlerine dön${e}`,
    ),
  ],
  [
    "delivery",
    words(
      `(?:yardım|ilaç|gıda|su|un|tıbbi malzeme|konvoy|kamyon|tır)~ .. (?:ulaş|ulaştırıl|dağıtıl|teslim edil|getiril|var|boşaltıl|gir)${e}`,
    ),
  ],
  [
    "incident",
    words(
      `vur${e}|vurul${e}|bombala${e}|bombalan${e}|saldır(?:dı|mıştır|dığını|ı düzenle${e}|ıya uğra${e})|saldırı(?:da|sında|sı|ya|ları|lar)?|top ateşi~|ateş aç${e}|ihlal (?:et|edil|kaydet|tespit e[dt]|say)${e}|ihlal kaydettiğini|ihlal(?:i|ini|ler|leri|lerini)|öldü(?:ğünü)?|öldürül${e}|yaralan${e}|hayatını kaybet${e}|engelle${e}|engellen${e}|durdur(?:du|ulduğunu)|alıkoy${e}|kaçır${e}`,
    ),
  ],
];
export const receives = words("teslim al~|karşıla~|aldı~|kavuş~|dön~");
export const gives = words("teslim et~|iade et~|serbest bırak~|ver(?:di|ecek)~|gönder~");

export const meetings = {
  noun: words(
    "tur(?:u|un|unun|unda|da|ları)?|görüşme(?!sini|mesi)~|toplantı~|müzakere(?:ler|leri|lerin)~|buluşma~|gün",
  ),
  held: words(
    "yapıl(?:dı|mıştır|an)|düzenlen~|tamamlan~|sona er~|gerçekleş~|başla(?:dı|mıştır)|bitti|bir araya gel(?:di|miş)~|sür(?:dü|üyor|müştür)|görüştü~",
  ),
  ahead: words(
    "yapılacağ~|yapılacak~|yapılması öngörül~|düzenlenecek~|gerçekleşecek~|başlayacak~|toplanacak~|bir araya gelecek~|buluşacak~|öngörül~|planlan~|devam ediyoruz|devam edeceğiz",
  ),
  ordinals: [
    "birinci|ilk",
    "ikinci",
    "üçüncü",
    "dördüncü",
    "beşinci",
    "altıncı",
    "yedinci",
    "sekizinci",
    "dokuzuncu",
    "onuncu",
    "on birinci",
    "on ikinci",
  ].map((name, i) => [i + 1, words(name)] as const),
  invited: words("davetiyle|daveti üzerine|ev sahipliğinde|arabuluculuğunda|ev sahipliğini|gözetiminde"),
  here: words("başkenti~"),
  goesOn: words("devam ediyoruz|devam edeceğiz|buluşacağız|toplanacağız"),
};
export const outcome = {
  none: words(
    "(?:çığır|atılım|büyük ilerleme|dönüm noktası)~ .. (?:değil|yok|olma|sağlana?ma|beklenm)~|atılım değil|çığır açan .. değil",
  ),
  breakthrough: words("çığır aç~|tarihi (?:bir )?(?:atılım|adım)|dönüm noktası"),
  goesOn: words(
    "(?:görüşmeler|müzakereler)~ .. (?:sürecek|devam edecek|sürüyor|devam ediyor)~|devam ediyoruz",
  ),
  stops: words(
    "(?:görüşmeler|müzakereler)~ .. (?:kesildi|askıya alındı|çöktü|durduruldu)|görüşmelerden çekildi~",
  ),
};
export const media = {
  kinds: [
    ["video", words("video~|görüntü~|kayıt~")],
    ["photo", words("fotoğraf~|kare|resim~")],
    ["audio", words("ses kayd~")],
  ] as readonly (readonly ["video" | "photo" | "audio", RegExp])[],
  published: words(
    `yayımla(?:dı|mıştır|nan|ndı)|yayınla(?:dı|mıştır|nan|ndı)|paylaş(?:tı|mıştır|ılan|ıldı)|göster(?:di|en)|kare|servis e(?:tti|dildi)`,
  ),
  planned: words("yayımlayacağız|paylaşacağız|yarın|paylaşmayın|yayımlamayın|kamera yok"),
  of: [
    ["captives", words("esir~ .. (?:kamp|tutul)~")],
    ["returned_prisoners", words("esir~|takas~|serbest~|dönen~")],
    ["remains", words("naaş~|cenaze~")],
    ["evacuation", words("tahliye~")],
    ["strike", words("saldırı~|vur~|patlama~")],
    ["handover", words("teslim~")],
    ["meeting", words("görüşme~|salon~|toplantı~|heyet~")],
  ] as readonly (readonly [Media["of"], RegExp])[],
};
export const nouns: readonly (readonly [Count["what"], RegExp])[] = [
  [
    "bodies",
    words("naaş~|cenaze~|cansız beden~|ceset~|kişinin naaş~|(?:asker|kişi)(?:in|nin) (?:naaş|cenaze)~"),
  ],
  ["children", words("çocuk~|reşit olmayan~")],
  ["wounded", words("yaralı~|hasta(?:nın|yı|lar|ların|ları)?|kişi(?:nin)? yaralan~|(?:ağır )?hasta~")],
  ["killed", words("kişi(?:nin)? (?:öl|hayatını kaybet|öldürül)~|ölü(?! )|can kaybı~|kişi öldü")],
  ["prisoners", words(`${held}`)],
  ["civilians", words("sivil~|balıkçı~|köylü~|aile~|sakin~|mülteci~")],
  ["incidents", words("ihlal~|olay~|saldırı~")],
  ["sites", words("köy~|ev(?:in|i|ler)~|bina~|trafo~")],
  ["persons", words("kişi~|insan~|kadın~|erkek~|isim~")],
];
export const each = words(
  "her iki taraftan|iki taraftan|karşılıklı|taraf başına|\\d+'[şs]?[ae]r|her bir taraf~",
);
export const formula = words("(?<n>\\d+)(?:'[ae])? karşı(?:lık)? \\k<n>");
export const ours = words("bizden|bizim|\\p{L}+(?:ımız|imiz|umuz|ümüz)");
export const purposes: readonly (readonly [string, RegExp])[] = [
  ["evacuate_wounded", words("(?:yaralı|hasta)~ .. (?:tahliye|al|çıkar|nakl|taşı)~|yaralılarını alsın")],
  ["recover_dead", words("(?:naaş|cenaze|ceset|ölü)~ .. (?:topla|al|çıkar|ara|defn)~")],
  ["evacuate_civilians", words("(?:sivil|aile|çocuk|kişi|halk|mahsur)~ .. (?:tahliye|çık|ayrıl)~")],
  ["aid", words("(?:insani )?yardım~|(?:ilaç|gıda|su) .. (?:ulaştır|dağıt|götür)~")],
  ["demining", words("mayın~")],
  ["repairs", words("onarım~|onarıl~|onarmak|tamir~")],
];
export const categories: readonly (readonly [string, RegExp])[] = [
  ["wounded", words("(?:ağır )?yaralı~")],
  ["sick", words("(?:ağır )?hasta(?:lar|ların|ları|lara)?")],
  ["under_25", words("25 yaş~ altı~|25 yaşın altında~|25 yaşından küçük~|25 yaş altı~")],
  ["women", words("kadın~")],
  ["children", words("çocuk~")],
  ["elderly", words("yaşlı~|6\\d yaş~ üst~")],
  ["longest_held", words("en uzun süredir~")],
  ["civilians", words("sivil~|balıkçı~|köylü~")],
];
export const tracks: readonly (readonly [string, RegExp])[] = [
  ["political", words("siyasi~")],
  ["humanitarian", words("insani~")],
  ["military", words("askeri~|güvenlik~")],
  ["legal", words("hukuk~")],
  ["economic", words("ekonomi~|ticaret~|enerji~")],
];
export const participants = words(
  "(?:iki |her iki )?(?:ülkenin )?(?:cumhurbaşkan|lider|devlet başkan|başbakan|hükümet başkan)(?:ı|ları|lar|ler|leri|ının|larının|lerin|lerinin)",
);
export const area: readonly RegExp[] = [
  /(?<!\p{L})(\p{Lu}[\p{L}]+-\p{Lu}[\p{L}]+ (?:yol|hatt|koridor)\p{L}+)/gu,
  /(?<!\p{L})((?:cephe|temas|sınır) (?:hattı|hat)\p{L}*(?: tamamında| boyunca)?)/gu,
  /(?<!\p{L})(\p{Lu}[\p{L}]+(?: \p{Lu}\p{L}+)?)'(?:da|de|ta|te)(?!\p{L})/gu,
  /(?<!\p{L})(\p{Lu}[\p{L}]+(?: (?:Vadisi|Barajı|Gölü|Köprüsü|Limanı|Körfezi|bölgesi))'?(?:nde|nda|de|da)\p{L}*)/gu,
];
