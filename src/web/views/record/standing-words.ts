import { useDesk } from "../../app/desk-context.tsx";
import type { Weight } from "../../design/index.ts";
import type { StandingWord } from "./standing.ts";

/** How far an act's place in the record is proven, in one word, and what that word means. */
export function useStandingWords() {
  const { t } = useDesk();
  return {
    word: (standing: StandingWord): string =>
      standing === "not_recorded" ? t("record.not_recorded") : t(`standing.${standing}`),
    meaning: (standing: StandingWord): string => t(`record.means.${standing}`),
    weight: (standing: StandingWord): Weight =>
      standing === "not_recorded" ? "waiting" : standing === "joint" ? "firm" : "plain",
  };
}
