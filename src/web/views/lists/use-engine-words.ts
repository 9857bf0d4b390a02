import type { ScreenKey } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";

const levels = [
  "missing",
  "same",
  "heard",
  "one_of_two",
  "slip",
  "far",
  "initial",
  "differs",
  "exchanged",
  "digit",
  "year_slip",
  "other_year",
  "same_year_part",
  "same_month",
  "same_year",
  "overlap",
  "default_day",
  "near_year",
  "days",
  "weeks",
  "months",
  "half_year",
  "next",
  "near",
  "other_kind",
  "shares_word",
  "same_name",
] as const;
const fields = [
  "family",
  "given",
  "patronymic",
  "full",
  "birth",
  "rank",
  "unit",
  "number",
  "seen",
  "place",
] as const;

const keys: ReadonlyMap<string, ScreenKey> = new Map([
  ...levels.map((one) => [`level ${one}`, `match.level.${one}`] as const),
  ...fields.map((one) => [`role ${one}`, `match.role.${one}`] as const),
]);

/** The engine's fields and likenesses in words, the same as on the command line. */
export function useEngineWords() {
  const { t } = useDesk();
  const say = (key: string, plain: string) => {
    const known = keys.get(key);
    return known ? t(known) : plain;
  };
  const weight = new Intl.NumberFormat(t.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  return {
    field: (name: string) => say(`role ${name}`, name),
    level: (name: string) => say(`level ${name}`, name),
    weight: (bits: number) => weight.format(bits),
  };
}
