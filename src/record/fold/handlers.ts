import type { Kind } from "../act/kinds.ts";
import { communiqueHandlers } from "../communiques/fold.ts";
import { contactHandlers } from "../contact/fold.ts";
import { eligibilityHandlers } from "../eligibility/fold.ts";
import { exchangeHandlers } from "../exchanges/fold.ts";
import { footageHandlers } from "../footage/fold.ts";
import { forensicHandlers } from "../forensic/fold.ts";
import { lineHandlers } from "../lineday/fold.ts";
import { listHandlers } from "../lists/fold.ts";
import { missionHandlers } from "../missions/fold.ts";
import { peopleHandlers } from "../people/fold.ts";
import { personHandlers } from "../persons/fold.ts";
import { planHandlers } from "../plans/fold.ts";
import { positionHandlers } from "../positions/fold.ts";
import { proposalHandlers } from "../proposals/fold.ts";
import { remainsHandlers } from "../remains/fold.ts";
import { reportHandlers } from "../reports/fold.ts";
import { returnHandlers } from "../returns/fold.ts";
import { siteHandlers } from "../sites/fold.ts";
import { statementHandlers } from "../statements/fold.ts";
import { summitHandlers } from "../summits/fold.ts";
import { talksHandlers } from "../talks/fold.ts";
import { trancheHandlers } from "../tranches/fold.ts";
import { truceHandlers } from "../truces/fold.ts";
import { correctionHandlers } from "./correct.ts";
import type { Handlers } from "./state.ts";

/** What each kind of act does to the state, assembled from the areas. */
export const handlers: Handlers<Kind> = {
  ...correctionHandlers,
  ...peopleHandlers,
  ...talksHandlers,
  ...proposalHandlers,
  ...statementHandlers,
  ...communiqueHandlers,
  ...reportHandlers,
  ...footageHandlers,
  ...truceHandlers,
  ...exchangeHandlers,
  ...eligibilityHandlers,
  ...trancheHandlers,
  ...listHandlers,
  ...personHandlers,
  ...lineHandlers,
  ...remainsHandlers,
  ...forensicHandlers,
  ...summitHandlers,
  ...positionHandlers,
  ...returnHandlers,
  ...contactHandlers,
  ...planHandlers,
  ...siteHandlers,
  ...missionHandlers,
};
