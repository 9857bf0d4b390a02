/** How a person arrived; START of the first look is triage and comes after it. */
export const conditions = ["walking", "assisted", "stretcher", "critical"] as const;

export const steps = [
  "triage",
  "isolation_screen",
  "examination",
  "call_home",
  "protocol_record",
  "psychological",
  "documents",
  "discharge_plan",
  "follow_up_30",
  "follow_up_90",
  "follow_up_180",
  "follow_up_365",
] as const;
export type Step = (typeof steps)[number];

export const outcomes = ["done", "declined", "not_needed", "postponed"] as const;

/** What a consent is for; one consent, one purpose. */
export const purposes = [
  "treatment",
  "protocol_record",
  "family_contact",
  "documents",
  "prosecution_evidence",
  "research",
  "media",
] as const;
export type Purpose = (typeof purposes)[number];

/** What the family may be told. */
export const shares = ["that_returned", "when_returned", "how_to_reach"] as const;

export const takers = [
  "doctor",
  "nurse",
  "psychologist",
  "social_worker",
  "lawyer",
  "reception_officer",
] as const;

/** Places on the body, in words and from head to foot; the side is said apart. */
export const sites = [
  "head",
  "face",
  "eyes",
  "ears",
  "mouth",
  "neck",
  "shoulder",
  "arm",
  "wrist",
  "hand",
  "chest",
  "abdomen",
  "back_of_body",
  "buttocks",
  "genital_area",
  "hip",
  "thigh",
  "knee",
  "lower_leg",
  "ankle",
  "foot",
  "sole",
  "whole_body",
  "psyche",
] as const;

export const lateralities = ["left", "right", "both_sides", "middle"] as const;

export const findingKinds = [
  "scar",
  "bruise",
  "open_wound",
  "burn",
  "fracture",
  "dislocation",
  "swelling",
  "missing_part",
  "restricted_movement",
  "loss_of_feeling",
  "pain",
  "damaged_teeth",
  "loss_of_hearing",
  "loss_of_sight",
  "weight_loss",
  "skin_condition",
  "psychological_sign",
  "other_finding",
] as const;

/** How a finding agrees with the account that is given of it (Istanbul Protocol, 2022, paragraph 379). */
export const consistencies = [
  "not_consistent",
  "consistent",
  "highly_consistent",
  "typical",
  "diagnostic",
] as const;
