import type { Founding, SeatOf } from "../example.ts";

/**
 * The codes were drawn by lot: the lower SHA-256 of "istanbul-2025/<label in English>" is party a,
 * 21ed293c… for the Russian Federation and 713cf556… for Ukraine. Who is named first at the start, likewise
 * by the lower SHA-256 of "istanbul-2025/first/<label in English>": 608c5fad… for the Russian Federation,
 * dafb21d7… for Ukraine. The order alternates from there.
 */
export const founding = {
  saidAt: "2025-05-12T05:50:00Z",
  receivedAt: "2025-05-12T06:00:00.000Z",
  title: {
    en: "Istanbul talks, 2025 (demonstration)",
    uk: "Стамбульські переговори, 2025 (демонстрація)",
    ru: "Стамбульские переговоры, 2025 (демонстрация)",
    tr: "İstanbul görüşmeleri, 2025 (gösterim)",
  },
  hostName: "istanbul.parley.example",
  host: {
    label: {
      en: "Republic of Türkiye",
      uk: "Турецька Республіка",
      ru: "Турецкая Республика",
      tr: "Türkiye Cumhuriyeti",
    },
    zone: "Europe/Istanbul",
  },
  parties: {
    a: {
      label: {
        en: "Russian Federation",
        uk: "Російська Федерація",
        ru: "Российская Федерация",
        tr: "Rusya Federasyonu",
      },
      zone: "Europe/Moscow",
    },
    b: { label: { en: "Ukraine", uk: "Україна", ru: "Украина", tr: "Ukrayna" }, zone: "Europe/Kyiv" },
  },
  order: ["a", "b"],
  languages: ["en", "uk", "ru", "tr"],
  demonstration: true,
  note: [
    "This is a demonstration. It retells the talks held in Istanbul in 2025 from public facts only.",
    "It is signed with demonstration keys that anyone can read. No government and no official has written or",
    "approved anything in it. Each act names its public source; where no source was found, nothing is said.",
    "The times at which acts were received, and the hour at which an act was said where only the day is",
    "public, are set by the demonstration. Papers in the internal rooms are invented and say so.",
  ].join(" "),
} as const satisfies Founding;

/** The public holds no seat: it only reads. */
export const seats = [
  { office: "host", member: "host-secretary", title: "Secretary of the host (demonstration)" },
  { office: "party-a", member: "a-negotiator", title: "Negotiator (demonstration)" },
  { office: "party-a", member: "a-adviser", title: "Adviser (demonstration)" },
  { office: "party-b", member: "b-negotiator", title: "Negotiator (demonstration)" },
  { office: "party-b", member: "b-adviser", title: "Adviser (demonstration)" },
  { office: "exchange-a", member: "a-exchange", title: "Exchange officer (demonstration)" },
  { office: "exchange-b", member: "b-exchange", title: "Exchange officer (demonstration)" },
  { office: "reception-a", member: "a-reception", title: "Reception officer (demonstration)" },
  { office: "reception-b", member: "b-reception", title: "Reception officer (demonstration)" },
  { office: "forensic-a", member: "a-forensic", title: "Forensic officer (demonstration)" },
  { office: "forensic-b", member: "b-forensic", title: "Forensic officer (demonstration)" },
  { office: "press-a", member: "a-press", title: "Press officer (demonstration)" },
  { office: "press-b", member: "b-press", title: "Press officer (demonstration)" },
  { office: "operator", member: "operator-one", title: "Humanitarian operator (demonstration)" },
  { office: "monitor", member: "monitor-one", title: "Monitor (demonstration)" },
] as const satisfies readonly SeatOf[];
