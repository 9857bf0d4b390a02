import type { PayloadOf } from "#record";

type Received = PayloadOf<"return.received">;
type Step = PayloadOf<"return.step_done">["step"];
type Outcome = PayloadOf<"return.step_done">["outcome"];
type Consent = PayloadOf<"consent.given">;
type Finding = PayloadOf<"return.finding_recorded">;

/** Something that is written down of one person, so many hours after he was received. */
export type Noted =
  | { readonly hours: number; readonly step: Step; readonly outcome: Outcome; readonly until?: string }
  | {
      readonly hours: number;
      readonly consent: Consent["purpose"];
      readonly again?: true;
      readonly shares?: Consent["shares"];
    }
  | { readonly hours: number; readonly withdrawn: Consent["purpose"] }
  | {
      readonly hours: number;
      readonly finding: Pick<Finding, "site" | "laterality" | "kind" | "account" | "finding" | "consistency">;
    }
  | { readonly hours: number; readonly opinion: string };

/** One person's way through the reception. */
export type Course = {
  readonly condition: Received["condition"];
  /** When he was received; where it is left out, on the day of the first tranche. */
  readonly at?: string;
  readonly notes: readonly Noted[];
};

const day = 24;
const done = (hours: number, step: Step): Noted => ({ hours, step, outcome: "done" });
const asked = (hours: number, consent: Consent["purpose"]): Noted => ({ hours, consent });

// What is usual in the first days; each course says what is otherwise.
const arrival = [done(0.5, "triage"), asked(1, "treatment"), done(4, "isolation_screen")];
const examined = [...arrival, done(9, "examination")];
const home: readonly Noted[] = [
  {
    hours: 5,
    consent: "family_contact",
    again: true,
    shares: ["that_returned", "when_returned", "how_to_reach"],
  },
  done(6, "call_home"),
];
// Nobody owes a record of what was done to him.
const noRecord = (outcome: "declined" | "not_needed"): Noted => ({
  hours: 60,
  step: "protocol_record",
  outcome,
});
const papers = [asked(26, "documents"), done(5 * day, "documents")];
const onward = [done(44, "psychological"), ...papers, done(11 * day, "discharge_plan")];
const afterMonth = done(30 * day, "follow_up_30");

/** Invented, as everything here: what a ward of the first tranche may look like, and two who came back before it. */
export const courses: readonly Course[] = [
  { condition: "walking", notes: [...examined, ...home, noRecord("declined"), ...onward, afterMonth] },
  {
    // The record by the Istanbul Protocol, and nobody has seen him since he went home.
    condition: "stretcher",
    notes: [
      ...examined,
      ...home,
      { hours: 20, consent: "protocol_record", again: true },
      {
        hours: 49,
        finding: {
          site: "wrist",
          laterality: "both_sides",
          kind: "scar",
          account: "Hands tied with wire for some days after capture.",
          finding: "Pale band around each wrist, 4 to 6 mm wide, not raised.",
          consistency: "highly_consistent",
        },
      },
      {
        hours: 49.5,
        finding: {
          site: "chest",
          laterality: "left",
          kind: "fracture",
          account: "Struck once while being moved.",
          finding: "Two ribs healed out of line, tender; on the film older than three months.",
          consistency: "consistent",
        },
      },
      { hours: 51, opinion: "Told calmly and in order; the findings together agree with what is told." },
      done(51.5, "protocol_record"),
      ...onward,
    ],
  },
  {
    condition: "walking",
    notes: [
      ...examined,
      ...home,
      { hours: 40, step: "psychological", outcome: "declined" },
      noRecord("declined"),
      asked(30, "media"),
      { hours: 9 * day, withdrawn: "media" },
      ...papers,
      done(12 * day, "discharge_plan"),
      { hours: 29 * day, step: "follow_up_30", outcome: "postponed", until: "2027-01-15T09:00:00Z" },
    ],
  },
  {
    // He has taken back his consent to the record: what rests on it is withheld.
    condition: "assisted",
    notes: [
      ...examined,
      { hours: 22, consent: "protocol_record" },
      {
        hours: 53,
        finding: {
          site: "ears",
          laterality: "right",
          kind: "loss_of_hearing",
          account: "An explosion on the day of capture.",
          finding: "Old perforation of the drum.",
          consistency: "typical",
        },
      },
      { hours: 6 * day, withdrawn: "protocol_record" },
      ...onward,
      afterMonth,
    ],
  },
  {
    // His family is to be told that he is back, and no more.
    condition: "walking",
    notes: [
      ...examined,
      { hours: 5, consent: "family_contact", shares: ["that_returned"] },
      { hours: 6, step: "call_home", outcome: "declined" },
      noRecord("not_needed"),
      ...onward,
      afterMonth,
    ],
  },
  {
    // In intensive care: examined late, no plan for his discharge yet.
    condition: "critical",
    notes: [
      ...arrival,
      { hours: 10, step: "examination", outcome: "postponed", until: "2026-10-05T09:00:00Z" },
      done(66, "examination"),
      { hours: 90, consent: "family_contact", shares: ["that_returned", "how_to_reach"] },
      done(91, "call_home"),
      ...papers,
    ],
  },
  {
    condition: "walking",
    notes: [...examined, ...home, asked(31, "research"), noRecord("not_needed"), ...onward, afterMonth],
  },
  {
    condition: "assisted",
    notes: [...examined, ...home, noRecord("declined"), ...onward, afterMonth],
  },
  {
    condition: "walking",
    at: "2025-09-12T14:00:00Z",
    notes: [
      ...examined,
      ...home,
      noRecord("not_needed"),
      ...onward,
      afterMonth,
      done(92 * day, "follow_up_90"),
      done(181 * day, "follow_up_180"),
      done(364 * day, "follow_up_365"),
    ],
  },
  {
    condition: "assisted",
    at: "2026-03-20T16:30:00Z",
    // Asked to come after half a year, and has not come.
    notes: [
      ...examined,
      ...home,
      noRecord("declined"),
      ...onward,
      done(33 * day, "follow_up_30"),
      done(88 * day, "follow_up_90"),
    ],
  },
];
