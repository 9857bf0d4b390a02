import { useDesk } from "../../app/desk-context.tsx";
import { css, Facts } from "../../design/index.ts";
import type { TruceCase, TruceLevel, TruceLevelName, TrucePlan, TruceSide } from "./engine/protocol.ts";

/** What the plan is worth, in words, and what no plan could better. */
export function Levels({
  plan,
  goesOn,
}: {
  readonly plan: TrucePlan;
  /** Whether it was made from a plan before: then it is said how much has changed, also where nothing has. */
  readonly goesOn: boolean;
}) {
  const { t } = useDesk();
  const number = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(t.language, { style: "percent", maximumFractionDigits: 1 });
  const value = ({ name, value: of }: TruceLevel): string => {
    if (name === "lives") return t("window.level.lives_value", { n: number.format(of / 1e6) });
    if (name === "shareLives" || name === "shareRemains") return percent.format(of / 1e6);
    if (name === "slack") return t("window.level.minutes", { n: of });
    return number.format(of);
  };
  // of what is left above what is there; of nothing there can be no share
  const bound = ({ name, value: of, bound: most }: TruceLevel): string | undefined => {
    if (name !== "lives" && name !== "remains") return undefined;
    if (most <= of) return t("window.level.best");
    return of === 0
      ? t("window.level.bound", { n: name === "lives" ? number.format(most / 1e6) : number.format(most) })
      : t("window.level.more", { share: percent.format(Math.ceil(((most - of) / of) * 1000) / 1000) });
  };
  return (
    <Facts
      rows={plan.levels
        .filter(({ name, value: of }) => name !== "change" || of !== 0 || goesOn)
        .map((one) => [
          t(`window.level.${one.name satisfies TruceLevelName}`),
          <span key={one.name}>
            <strong>{value(one)}</strong> {bound(one) && <span className={css.small}>{bound(one)}</span>}
          </span>,
        ])}
    />
  );
}

export type Served = { readonly of: number; readonly taken: number };

/** How many of a side's own were there, and how many are taken to a facility. */
export function servedOf(
  given: TruceCase,
  plan: Pick<TrucePlan, "teams">,
  side: TruceSide,
): { readonly persons: Served; readonly remains: Served } {
  const groups = new Map(
    given.sites.flatMap(({ persons }) => persons.map((one) => [one.code, one] as const)),
  );
  const dead = new Map(
    given.sites.flatMap(({ code, remains }) => (remains ? [[code, remains] as const] : [])),
  );
  const unloaded = plan.teams.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "facility"));
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  return {
    persons: {
      of: sum([...groups.values()].filter(({ of }) => of === side).map(({ count }) => count)),
      taken: sum(
        unloaded.flatMap(({ persons }) =>
          persons.filter(({ group }) => groups.get(group)?.of === side).map(({ count }) => count),
        ),
      ),
    },
    remains: {
      of: sum([...dead.values()].filter(({ of }) => of === side).map(({ count }) => count)),
      taken: sum(
        unloaded.flatMap(({ bodies }) =>
          bodies.filter(({ site }) => dead.get(site)?.of === side).map(({ count }) => count),
        ),
      ),
    },
  };
}
