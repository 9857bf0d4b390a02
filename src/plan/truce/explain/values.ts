import type { TruceCase } from "../case/case.ts";
import type { TeamPlan } from "../plan.ts";
import { planTruce } from "../plan-truce.ts";
import { withWindow } from "../replan/event.ts";
import { withOneMoreTeam } from "./one-more-team.ts";

/** What a change of the terms is worth: by how much lives (millionths) and remains grow, as far as a search finds. */
export type TermValue = {
  readonly term: "last_hour" | "one_more_hour" | "one_more_team" | "one_more_bed";
  /** The team that is doubled, or the facility and class. */
  readonly of: string;
  readonly lives: number;
  readonly remains: number;
};

export type ValueOptions = { readonly seed?: number; readonly iterations?: number };

/**
 * The value of the truce's last hour, of one more, of one more ambulance, and of one more bed where a class has none left:
 * each planned anew from the plan. A plan that is found is no bound: a value can be more.
 */
export function termValues(
  given: TruceCase,
  plans: readonly TeamPlan[],
  { seed = 1, iterations = 400 }: ValueOptions = {},
): readonly TermValue[] {
  const worth = (one: TruceCase) => {
    const { levels } = planTruce(one, {
      seed,
      iterations,
      previous: plans,
      boundRounds: 0,
      explain: false,
    });
    const of = (name: string) => levels.find((level) => level.name === name)?.value ?? 0;
    return { lives: of("lives"), remains: of("remains") };
  };
  const now = worth(given);
  const more = (term: TermValue["term"], of: string, one: TruceCase): TermValue => {
    const then = worth(one);
    const [lives, remains] = [then.lives - now.lives, then.remains - now.remains];
    // whatever is possible now is possible with more
    return { term, of, lives: Math.max(0, lives), remains: Math.max(0, remains) };
  };
  const values: TermValue[] = [];
  const shorter = worth(withWindow(given, Math.max(1, given.window.minutes - 60)));
  values.push({
    term: "last_hour",
    of: "",
    lives: Math.max(0, now.lives - shorter.lives),
    remains: Math.max(0, now.remains - shorter.remains),
  });
  values.push(more("one_more_hour", "", withWindow(given, given.window.minutes + 60)));
  const medic = given.teams.find(({ kind }) => kind === "medical");
  if (medic) {
    values.push(more("one_more_team", medic.code, withOneMoreTeam(given, medic)));
  }
  for (const { code, of } of fullBeds(given, plans).slice(0, 4))
    values.push(
      more("one_more_bed", `${code}/${of}`, {
        ...given,
        facilities: given.facilities.map((one) =>
          one.code === code ? { ...one, beds: { ...one.beds, [of]: (one.beds[of] ?? 0) + 1 } } : one,
        ),
      }),
    );
  return values;
}

function fullBeds(given: TruceCase, plans: readonly TeamPlan[]): { code: string; of: string }[] {
  const classOf = new Map(
    given.sites.flatMap(({ persons }) => persons.map((one) => [one.code, one.class] as const)),
  );
  const used = new Map<string, number>();
  for (const { kind, place, persons } of plans.flatMap(({ stops }) => stops))
    if (kind === "facility")
      for (const { group, count } of persons) {
        const key = `${place}/${classOf.get(group)}`;
        used.set(key, (used.get(key) ?? 0) + count);
      }
  return given.facilities.flatMap(({ code, beds }) =>
    Object.entries(beds).flatMap(([of, many]) =>
      many > 0 && (used.get(`${code}/${of}`) ?? 0) >= many ? [{ code, of }] : [],
    ),
  );
}
