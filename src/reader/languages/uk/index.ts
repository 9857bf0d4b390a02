import type { Lexicon } from "../../inflected/lexicon.ts";
import * as acts from "./acts.ts";
import { closesQuotation, layout } from "./layout.ts";
import { names } from "./names.ts";
import * as speech from "./speech.ts";
import { calendar, numbers } from "./values.ts";

export const uk: Lexicon = {
  code: "uk",
  isVerbFinal: false,
  layout,
  closesQuotation,
  names,
  ...speech,
  ...acts,
  numbers,
  calendar,
};
