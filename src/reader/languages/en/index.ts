import { acts } from "./acts.ts";
import { calendar } from "./calendar.ts";
import { cues } from "./cues.ts";
import { layout } from "./layout.ts";
import { measures } from "./measures.ts";
import { meetings } from "./meetings.ts";
import { numbers } from "./numbers.ts";
import { parties } from "./parties.ts";
import { people } from "./people.ts";
import { realis } from "./realis.ts";
import { sources } from "./sources.ts";
import { speech } from "./speech.ts";
import { terms } from "./terms.ts";

export const en = {
  id: "en",
  layout,
  numbers,
  calendar,
  parties,
  people,
  sources,
  cues,
  measures,
  realis,
  speech,
  terms,
  acts,
  meetings,
};
