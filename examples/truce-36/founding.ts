import type { Founding, SeatOf } from "../example.ts";

/** Two republics that are on no map, and their host. */
export const founding = {
  saidAt: "2026-10-20T07:00:00Z",
  receivedAt: "2026-10-20T07:00:10.000Z",
  title: {
    en: "A truce of 36 hours (demonstration, invented places and persons)",
    uk: "Перемир’я на 36 годин (демонстрація, вигадані місця й особи)",
    ru: "Перемирие на 36 часов (демонстрация, вымышленные места и лица)",
    tr: "36 saatlik ateşkes (gösterim, kurgusal yerler ve kişiler)",
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
        en: "Orchard Republic",
        uk: "Садова Республіка",
        ru: "Садовая Республика",
        tr: "Bahçe Cumhuriyeti",
      },
      zone: "Europe/Istanbul",
    },
    b: {
      label: {
        en: "Meadow Republic",
        uk: "Лугова Республіка",
        ru: "Луговая Республика",
        tr: "Çayır Cumhuriyeti",
      },
      zone: "Europe/Helsinki",
    },
  },
  order: ["b", "a"],
  languages: ["en", "uk", "ru", "tr"],
  demonstration: true,
  note: [
    "This is a demonstration. No place and nobody in it exists: two republics that are on no map hold their fire for 36 hours along",
    "a line that a seeded generator drew on the inland ice of Antarctica. It is signed with demonstration keys that anyone can read.",
  ].join(" "),
} as const satisfies Founding;

export const seats = [
  { office: "host", member: "host-secretary", title: "Secretary of the host (demonstration)" },
  { office: "party-a", member: "a-delegate", title: "Delegate (demonstration)" },
  { office: "party-b", member: "b-delegate", title: "Delegate (demonstration)" },
  { office: "operator", member: "operator-one", title: "Humanitarian operator (demonstration)" },
  { office: "monitor", member: "monitor-one", title: "Monitor (demonstration)" },
  { office: "forensic-a", member: "a-forensic", title: "Forensic examiner (demonstration)" },
  { office: "forensic-b", member: "b-forensic", title: "Forensic examiner (demonstration)" },
] as const satisfies readonly SeatOf[];
