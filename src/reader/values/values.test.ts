import { describe, expect, it } from "vitest";
import { en } from "../languages/en/index.ts";
import { datesIn } from "./dates.ts";
import { durationsIn } from "./durations.ts";
import { amountsIn } from "./numbers.ts";

const amounts = (text: string) => amountsIn(text, [], en).map(({ min, max }) => [min, max]);
const hours = (text: string) => durationsIn(text, en).map(({ minHours, maxHours }) => [minHours, maxHours]);
// Wednesday 16 September 2026
const dates = (text: string, tense: "past" | "future" = "past") =>
  datesIn(text, "2026-09-16", () => tense, en).map(({ value }) => value);

describe("values", () => {
  it("[RD14] makes ranges of hedges", () => {
    expect(amounts("1,200 prisoners")).toEqual([[1200, 1200]]);
    expect(amounts("at least 35 people")).toEqual([[35, null]]);
    expect(amounts("more than 35 people")).toEqual([[36, null]]);
    expect(amounts("up to forty-five people")).toEqual([[null, 45]]);
    expect(amounts("fewer than 50 people")).toEqual([[null, 49]]);
    expect(amounts("about 15 people")).toEqual([[13, 17]]);
    expect(amounts("nearly 200 people")).toEqual([[180, 199]]);
    expect(amounts("between 180 and 220 people")).toEqual([[180, 220]]);
    expect(amounts("two hundred and fifty people")).toEqual([[250, 250]]);
    expect(amounts("dozens of people, several hundred more")).toEqual([
      [24, 99],
      [300, 900],
    ]);
  });

  it("[RD15] reckons lengths of time in hours", () => {
    expect(hours("lasting between 24 and 48 hours")).toEqual([[24, 48]]);
    expect(hours("a 24-48-hour pause")).toEqual([[24, 48]]);
    expect(hours("two to three days")).toEqual([[48, 72]]);
    expect(hours("of not less 24 and not more 72 hours")).toEqual([[24, 72]]);
    expect(hours("at least 30 days")).toEqual([[720, null]]);
    expect(hours("a ten-day truce")).toEqual([[240, 240]]);
    expect(hours("for a week")).toEqual([[168, 168]]);
    expect(hours("a six-month ceasefire")).toEqual([[4320, 4320]]);
  });

  it("[RD16] reckons dates from the day of the report", () => {
    expect(dates("on 3 September and on September 9, 2026")).toEqual(["2026-09-03", "2026-09-09"]);
    expect(dates("on Tuesday")).toEqual(["2026-09-15"]);
    expect(dates("on Tuesday", "future")).toEqual(["2026-09-22"]);
    expect(dates("today, yesterday, tomorrow")).toEqual(["2026-09-16", "2026-09-15", "2026-09-17"]);
    expect(dates("by the end of the next month", "future")).toEqual(["2026-10-31"]);
    expect(dates("before the end of November", "future")).toEqual(["2026-11-30"]);
    expect(dates("between June 20 and June 30", "past")).toEqual(["2026-06-20/2026-06-30"]);
    expect(dates("in the week of 5 October", "future")).toEqual(["2026-10-05/2026-10-11"]);
    expect(dates("over the first weekend of October", "future")).toEqual(["2026-10-03"]);
    expect(dates("30.06.2026; on Monday 5/10", "future")).toEqual(["2026-06-30", "2026-10-05"]);
    expect(dates("within ten days", "future")).toEqual(["2026-09-26"]);
    expect(dates("in late October", "future")).toEqual(["2026-10"]);
    expect(dates("on 31 February 2026")).toEqual([]);
  });

  it("[RD43] reckons feasts, and days named by their number alone", () => {
    expect(dates("by Christmas Eve", "future")).toEqual(["2026-12-24"]);
    expect(dates("by Easter Sunday", "future")).toEqual(["2027-03-28"]);
    expect(dates("before the new year", "future")).toEqual(["2027-01-01"]);
    expect(dates("back on the 24th.", "future")).toEqual(["2026-09-24"]);
    expect(dates("on the fifteenth of this month.", "past")).toEqual(["2026-09-15"]);
    expect(dates("on 3, 4 and 5 September", "past")).toEqual(["2026-09-03/2026-09-05"]);
    expect(dates("within twenty-one days", "future")).toEqual(["2026-10-07"]);
  });
});
