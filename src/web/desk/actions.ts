import { actActions } from "./act-actions.ts";
import { bagActions } from "./bag-actions.ts";
import { entryActions } from "./entry-actions.ts";
import { footageActions } from "./footage-actions.ts";
import { lineActions } from "./line-actions.ts";
import { listActions } from "./list-actions.ts";
import { peopleActions } from "./people-actions.ts";
import { planActions } from "./plan-actions.ts";
import { readingActions } from "./reading-actions.ts";
import { recordActions } from "./record-actions.ts";
import { setUpActions } from "./set-up-actions.ts";
import { siteActions } from "./site-actions.ts";
import { headActions } from "./waiting-head.ts";
import { windowActions } from "./window-actions.ts";

export type { PageDraft } from "./act-actions.ts";

/** Everything that a page can ask its desk to do. */
export const actions = {
  ...actActions,
  ...entryActions,
  ...listActions,
  ...lineActions,
  ...bagActions,
  ...peopleActions,
  ...planActions,
  ...readingActions,
  ...recordActions,
  ...setUpActions,
  ...siteActions,
  ...footageActions,
  ...headActions,
  ...windowActions,
} as const;
export type Actions = typeof actions;
