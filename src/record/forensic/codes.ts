/** What a container holds, as far as can be seen without an examination. */
export const holdings = ["one_body", "body_parts", "bones", "not_seen"] as const;
/** Whether remains of more than one person lie in it. */
export const minglings = ["one_person", "more_persons", "not_known"] as const;
/** To whom those who recovered it say that it belongs: a claim, and never an identity. */
export const belongings = ["a", "b", "third_state", "not_said"] as const;
/** Many of the dead carry ammunition: nobody carries them before somebody has looked. */
export const findings = ["nothing_found", "made_safe", "not_safe"] as const;
export const seals = ["seals_intact", "seals_broken", "no_seals"] as const;
export const discs = ["whole_disc", "half_disc", "no_disc"] as const;

/** How sure an office says it is that a case and another thing belong together. */
export const stances = ["belongs_together", "possible", "excluded", "withdrawn"] as const;

export const levels = ["presumptive", "confirmed"] as const;
export type Level = (typeof levels)[number];
/** One method of comparing the genes of a relative. */
export const geneMethods = ["autosomal", "y_line", "mitochondrial"] as const;
/** Methods that can carry an identification; those of the second list only support it. */
export const primaryMethods = ["lifetime_sample", "relative", "dental", "fingerprint"] as const;
export const supportingMethods = ["disc", "document", "marks", "effects", "visual"] as const;
export const identificationAnswers = ["agrees", "differs", "no_information"] as const;
export const revocations = ["returned_alive", "method_at_fault", "associated_anew", "other_reason"] as const;

export const returnCauses = ["of_the_other_side", "of_a_third_state", "not_a_combatant"] as const;

/** Relatives whose genes can be compared; those of the first four are close. */
export const relations = [
  "mother",
  "father",
  "child",
  "sibling",
  "grandparent",
  "aunt_or_uncle",
  "other_relative",
] as const;
/** What a sample of a relative is used for; one consent, one purpose. */
export const samplePurposes = ["this_person", "all_cases", "sharing", "keeping"] as const;

export const tellers = ["family_officer", "doctor", "psychologist", "commander"] as const;
/** Where a person told the family, face to face: there is no other way in the record. */
export const tellingPlaces = ["at_home", "at_the_office", "elsewhere"] as const;
export const newsTold = ["identified", "revoked"] as const;
/** What the family wishes, where more of the same person is found later. */
export const partWishes = ["each_time", "once_at_the_end", "never", "not_asked"] as const;
