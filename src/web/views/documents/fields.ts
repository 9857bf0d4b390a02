/** The names of the fields, as the forms of #documents have them; those forms are fetched with what writes PDF. */
export const ofPerson = [
  "surname",
  "firstNames",
  "fatherFirstName",
  "motherMaidenName",
  "rank",
  "serviceNumber",
  "powerOfOrigin",
  "birthDate",
  "birthPlace",
  "nextOfKin",
  "mailAddress",
  "captured",
  "changes",
  "camp",
] as const;
export const ofDeath = [
  "deathDate",
  "deathPlace",
  "deathCause",
  "burial",
  "grave",
  "effects",
  "account",
] as const;
export const ofInformation = [
  "powerOfOrigin",
  "serviceNumber",
  "surname",
  "firstNames",
  "birthDate",
  "cardParticulars",
  "captureOrDeath",
  "wounds",
] as const;
export const kinds = ["notification", "card", "list", "certificate", "information"] as const;
export const healths = [
  "good",
  "not_wounded",
  "recovered",
  "convalescent",
  "sick",
  "slightly_wounded",
  "seriously_wounded",
] as const;
