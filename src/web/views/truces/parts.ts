/** The parts of a text in the order in which they are read, under calm headings. */
export const textParts = [
  { key: "what", parts: ["label", "kind", "legalBasis", "purpose"] },
  { key: "hours", parts: ["start", "end"] },
  { key: "where", parts: ["zones", "mapEdition", "forcesBound"] },
  {
    key: "conduct",
    parts: [
      "prohibited",
      "permitted",
      "conduct",
      "offensiveMeans",
      "returnFireLadder",
      "returnFire",
      "longRangeWeapons",
      "regrouping",
    ],
  },
  { key: "watch", parts: ["dutyToWarn", "hotline", "monitoring", "disputes"] },
  {
    key: "after",
    parts: [
      "violationClasses",
      "breachResponse",
      "breachEffect",
      "warningHours",
      "extension",
      "publication",
      "withoutPrejudice",
    ],
  },
] as const;
