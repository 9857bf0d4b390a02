import type { StatementKind } from "../../draft.ts";
import type { CueKind } from "../../inflected/lexicon.ts";
import { words } from "../../inflected/words.ts";

/** Past, evidential, official and present endings of a stem: -di, -miştir, -mektedir, -iyor. */
const e =
  "(?:[dt][ıiuü](?:ler|lar)?|m[ıiuü]ş(?:t[ıiuü]r|lerdir|lardır)?|mekte(?:dir)?|makta(?:dır)?|[ıiuü]yor(?:lar)?)";

export const cues: readonly (readonly [CueKind, RegExp])[] = [
  [
    "reiterates",
    words(
      `(?:yeniden|tekrar|bir kez daha|ikinci kez|üçüncü kez) (?:\\p{L}+ )?(?:öner${e}|teklif e[dt]${e}|gündeme getir${e}|talep e[dt]${e})|(?:önerisini|teklifini|talebini|çağrısını) (?:yinele${e}|tekrarla${e})|yinele${e}|tekrarla${e}`,
    ),
  ],
  [
    "proposes",
    words(
      `öner${e}|teklif e[dt]${e}|öneri(?:si)?nde bulun${e}|teklifte bulun${e}|önerisini (?:sun${e}|getir${e}|masaya koy${e})|teklifini (?:sun${e}|masaya koy${e})`,
    ),
  ],
  [
    "rejects",
    words(
      `reddet${e}|redded${e}|geri çevir${e}|kabul etme(?:di|miştir|yeceğini|mektedir)|karşı çık${e}|yanaşma(?:dı|mıştır)|kabul edilemez`,
    ),
  ],
  ["denies", words(`yalanla${e}|yalanlıyor|inkar e[dt]${e}|asılsız olduğunu`)],
  [
    "agrees",
    words(
      `kabul et(?:ti|miştir|tiğini|tiklerini)|kabul ed(?:iyor|eceğini)|onayla${e}|razı ol${e}|olumlu yanıt ver${e}|hazır olduk(?:larını|larını)|hazır olduğunu`,
    ),
  ],
  [
    "demands",
    words(
      `talep e[dt]${e}|iste(?:di|miştir|mektedir|diler)|istiyor|şart koş${e}|şartını (?:öne sür|koş)${e}|koşulunu (?:öne sür|koş)${e}|ısrar e[dt]${e}|gerektiğini (?:söyle|belirt|vurgula|kaydet|ifade e[dt])${e}`,
    ),
  ],
  ["accuses", words(`suçla${e}|itham e[dt]${e}|sorumlu tut${e}|ileri sür${e}|iddia e[dt]${e}`)],
  ["confirms", words(`doğrula${e}|teyit e[dt]${e}`)],
  ["announces", words(`duyur${e}|ilan e[dt]${e}`)],
  ["appeals", words(`çağrı(?:sı)?nda bulun${e}|çağrı yap${e}|çağır${e}|rica e[dt]${e}|davet e[dt]${e}`)],
  [
    "said",
    words(
      `de(?:di|diler|miştir|mektedir)|diyor|söyle${e}|belirt${e}|kaydet${e}|kaydedi${e}|ifade e[dt]${e}|açıkla(?:dı|mıştır|maktadır)|açıklamasında|dile getir${e}|vurgula${e}|bildir${e}|ekle(?:di|miştir)|aktar${e}|anlat${e}|yanıtla${e}|yanıtını ver${e}|cevabını ver${e}|yanıt(?:ı)? ver${e}|savun${e}|işaret e[dt]${e}|dikkat çek${e}|hatırlat${e}|yaz(?:dı|mıştır)|konuş(?:tu|muştur)|değerlendir${e}|öne sür${e}|sözlerini kullan${e}|ifadelerini kullan${e}|uyar(?:dı|mıştır)|söz ver${e}|hatırlat${e}|tahmin e[dt]${e}|umut e[dt]${e}|yorumla${e}|itiraf e[dt]${e}|şaka yap${e}|karşılık ver${e}|kayda geç${e}`,
    ),
  ],
];

export const said: readonly (readonly [StatementKind, RegExp])[] = [
  [
    "denies",
    words(
      "doğru değil~|gerçek dışı|gerçeği yansıtma~|asılsız|yalan~|iftira~|vurmadık~|(?:saldırı|ateş) düzenlenme~",
    ),
  ],
  ["agrees", words("hazır ol~|razı~|kabul edebil~")],
  ["rejects", words("(?:henüz )?(?:çok )?erken|kabul edilemez|söz konusu olamaz|söz konusu değil")],
  ["demands", words("gerek(?:tiğini|ir|iyor)|zorunda~|şart~")],
  ["appeals", words("lütfen|rica ed~|çağırıyor~|davet ediyor~")],
  [
    "announces",
    words(
      "\\p{L}+(?:acağını|eceğini|acaklarını|eceklerini|ılacağını|ileceğini)|\\p{L}+(?:acak|ecek|acağız|eceğiz)|serbest bırakıl(?:dığını|dı)|teslim (?:edildiğini|ettiklerini|aldıklarını|edildi)|döndü(?:ğünü)?|tamamlandı(?:ğını)?|anlaştı(?:klarını)?|başla(?:dığını|dı)|ulaştı(?:ğını)?|tahliye edil(?:diğini|di)",
    ),
  ],
];

export const spoken: readonly (readonly [StatementKind, RegExp])[] = [
  [
    "denies",
    words(
      "hayır|doğru değil~|yalan~|asılsız|vurmadık|\\p{L}*(?:duymadık|yapmadık|istemedik|vermedik|etmedik|demedik)|anlaşma .. yok",
    ),
  ],
  [
    "reiterates",
    words("(?:yeniden|tekrar|bir kez daha|üçüncü kez) .. (?:istiyoruz|öneriyoruz|rica ediyoruz)"),
  ],
  [
    "proposes",
    words("öner(?:iyoruz|dik|iyorum|dim)|teklif ed(?:iyoruz|iyorum)|teklif ettik|ne istedik|istedik"),
  ],
  ["rejects", words("(?:reddediyoruz|reddettik|kabul etmiyoruz|kabul etmeyeceğiz)")],
  ["demands", words("talep ediyoruz|istiyoruz|ısrar ediyoruz")],
  ["appeals", words("rica ediyoruz|çağırıyoruz|lütfen|paylaşmayın|yazmayın|yayımlamayın")],
  ["accuses", words("onlar .. (?:vurdu|bozdu|ihlal etti)")],
  ["confirms", words("doğruluyoruz|doğruluyorum|teyit ediyoruz")],
  [
    "announces",
    words(
      "\\p{L}+(?:acak|ecek|acağız|eceğiz|acaklar|ecekler)|dönüyor~|döndü~|anlaştık|anlaşıldı|devam ediyoruz|başlıyor|teslim ed~|serbest bırak~|teslim aldık|geldi~|yarın",
    ),
  ],
];

export const claims = words("iddia~|haber~|söylenti~|bilgi(?:yi|leri)~|suçlama~|açıklama(?:sını|yı)");
export const housekeeping = words(
  "teşekkür~|sağ olsun~|iyi günler|merhaba|sıradaki soru|son soru|hoş geldiniz|söz sizde|kısa kısa",
);
export const again = words("yeniden|tekrar|bir kez daha|ikinci kez|üçüncü kez|yinele~|tekrarla~");
export const anaphora = words(
  "(?:bu|o) (?:öneri|teklif|talep|koşul|şart|girişim|fikir|iddia|suçlama)~|bunu|buna|bunun|öneriyi|teklifi|önerinin",
);
