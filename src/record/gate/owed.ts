import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";

/** What can be owed; the words for each are in the catalogues, with why it blocks. */
export type OwedWhat =
  | "date_answer"
  | "composition"
  | "point_answer"
  | "capital_confirmation_of_point"
  | "record_acceptance"
  | "own_readout"
  | "communique_clearance"
  | "communique_release"
  | "footage_recall"
  | "answer"
  | "study_result"
  | "confirmation_by_capital"
  | "open_term"
  | "condition_word"
  | "truce_part"
  | "truce_answer"
  | "truce_order"
  | "truce_order_chain"
  | "truce_guarantee"
  | "truce_readiness"
  | "truce_extension"
  | "truce_closing"
  | "pledge"
  | "delivery"
  | "delivery_account"
  | "link_word"
  | "repatriation"
  | "examination"
  | "tranche_answer"
  | "tranche_capital"
  | "tranche_day"
  | "tranche_place"
  | "tranche_lock"
  | "tranche_substitution"
  | "tranche_substitution_answer"
  | "tranche_staging"
  | "tranche_readiness"
  | "tranche_link"
  | "line_answers"
  | "list_signature"
  | "list_commitment"
  | "list_reveal"
  | "request_answer"
  | "line_count"
  | "line_step"
  | "line_receipt"
  | "line_debt"
  | "acceptance_of_remains"
  | "summit_answer"
  | "summit_condition"
  | "summit_circle"
  | "summit_track"
  | "declaration_answer"
  | "return_step"
  | "site_report"
  | "mission_notice"
  | "mission_acknowledgement"
  | "mission_guarantee"
  | "mission_hazard"
  | "mission_decision"
  | "mission_receipt"
  | "mission_record"
  | "mission_outcome"
  | "container_check"
  | "custody_word"
  | "case_return"
  | "family_word"
  | "family_revocation";

/** One thing that is missing before something agreed or proposed can go on: who owes it, by when, on what. */
export type Owed = {
  readonly what: OwedWhat;
  /** The act that it is about, and that act's title as its author gave it. */
  readonly subject: ActId;
  readonly title: string;
  readonly by: Office;
  /** Epoch ms after which it is overdue; undefined where nobody has set a time. */
  readonly due: number | undefined;
  /** What the words need besides: a term's key, counts, names of parts. */
  readonly detail: Readonly<Record<string, string | number>>;
};
