import type { Founding, SeatOf } from "../example.ts";

/** Two republics that are on no map, and their host. */
export const founding = {
  saidAt: "2026-08-31T07:00:00Z",
  receivedAt: "2026-08-31T07:00:10.000Z",
  title: {
    en: "Exchange of 1,200 for 1,200 (demonstration, invented persons)",
    uk: "Обмін 1200 на 1200 (демонстрація, вигадані особи)",
    ru: "Обмен 1200 на 1200 (демонстрация, вымышленные лица)",
    tr: "1.200’e 1.200 takası (gösterim, kurgusal kişiler)",
  },
  hostName: "harbour.parley.example",
  host: {
    label: {
      en: "Harbour Republic",
      uk: "Республіка Гавань",
      ru: "Республика Гавань",
      tr: "Liman Cumhuriyeti",
    },
    zone: "Europe/Istanbul",
  },
  parties: {
    a: {
      label: {
        en: "Upland Republic",
        uk: "Нагірна Республіка",
        ru: "Нагорная Республика",
        tr: "Yayla Cumhuriyeti",
      },
      zone: "Europe/Istanbul",
    },
    b: {
      label: {
        en: "Lowland Republic",
        uk: "Низинна Республіка",
        ru: "Низинная Республика",
        tr: "Ova Cumhuriyeti",
      },
      zone: "Europe/Helsinki",
    },
  },
  order: ["b", "a"],
  languages: ["en", "uk", "ru", "tr"],
  demonstration: true,
  note: [
    "This is a demonstration. Nobody in it exists: two republics that are on no map exchange persons put together by a",
    "seeded generator. It is signed with demonstration keys that anyone can read.",
  ].join(" "),
} as const satisfies Founding;

export const seats = [
  { office: "host", member: "host-secretary", title: "Secretary of the host (demonstration)" },
  { office: "party-a", member: "a-negotiator", title: "Negotiator (demonstration)" },
  { office: "party-b", member: "b-negotiator", title: "Negotiator (demonstration)" },
  { office: "exchange-a", member: "a-exchange", title: "Exchange officer (demonstration)" },
  { office: "exchange-b", member: "b-exchange", title: "Exchange officer (demonstration)" },
  { office: "reception-a", member: "a-reception", title: "Reception physician (demonstration)" },
  { office: "reception-b", member: "b-reception", title: "Reception physician (demonstration)" },
  { office: "operator", member: "operator-one", title: "Humanitarian operator (demonstration)" },
  { office: "monitor", member: "monitor-one", title: "Monitor (demonstration)" },
] as const satisfies readonly SeatOf[];
