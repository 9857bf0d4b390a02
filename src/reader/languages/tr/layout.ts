/** How Turkish reports are laid out. */
export const layout = {
  abbreviations: /(?:^|[\s(«“"'])(?:Dr|Av|Prof|Doç|Alb|Gen|Org|Yzb|No|vb|vs|s|m|Sn|\p{Lu})\.$/u,
  opensSentence: /^(?!)/u,
  backgroundHeading: /^(?:arka plan|geçmiş|hatırlatma|daha önce|bağlam|kronoloji)/iu,
  speechHead: /^(?:\p{L}+ ){0,4}(?:konuşması|hitabı|ulusa sesleniş\p{L}*)(?!\p{L})/iu,
  firstPerson: /(?<!\p{L})(?:ben|biz|bizim|bize|benim|bana|ülkemiz|halkımız)(?!\p{L})/iu,
  opensList: /(?:şunlardır|aşağıdaki(?:ler)?|şu (?:hususlar|konular)(?:da|ı)?)[.:]?$/iu,
  caption: /^(?:fotoğraf|video)(?: ?:| ?\()/iu,
  boilerplate: /^(?:©|abone ol|ayrıca okuyun|kaynak:|iletişim|tüm hakları)/iu,
  correction: /^\(?(?:düzeltme|güncelleme)/iu,
  asks: /^(?:soru|gazeteci|muhabir|salondan|s)(?!\p{L})/iu,
  answers: /^(?:yanıt|cevap|c|y)(?!\p{L})/iu,
  topicLabel: /^(?:görüşmeler|takas|ateşkes)/iu,
  moderates: /^(?:moderatör|sunucu|oturum başkanı)/iu,
  clip: /^(?:SES|SENKRON|KAYIT)[ :,–—-]+(\p{Lu}[\p{L} .'’-]+)/u,
};
export const closesQuotation = /^ ?(?:\p{L}+ ){0,3}(?:dedi|diyor|demiştir|diye|ifade|sözleri)/u;
