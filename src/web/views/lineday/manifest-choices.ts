import { sayWord } from "#i18n";
import {
  type ActId,
  grouped,
  isLocked,
  known,
  manifestOf,
  personsOf,
  recordKey,
  sideOf,
  sidesGiving,
  standingDays,
} from "#record";
import { listTitle } from "../../desk/list-title.ts";
import type { At } from "../../desk/query.ts";

/** Persons of one category on one list, by the lines of the list. */
type Group = {
  readonly key: string;
  readonly label: string;
  readonly list: ActId;
  readonly lines: readonly number[];
  /** Those of them who stand on a manifest of this side already: they are not proposed again. */
  readonly taken: readonly number[];
};

/** A tranche for which this side can make a manifest, with those whom it returns in it as they stand now. */
export type ManifestChoice = {
  readonly value: ActId;
  readonly label: string;
  readonly on: string | undefined;
  readonly place: string | undefined;
  readonly groups: readonly Group[];
};

/** Tranches that both have locked and under which this office's side returns anybody, the latest first. */
export function manifestChoices(at: At, state: At["state"]): readonly ManifestChoice[] {
  const own = sideOf(at.office);
  if (own === undefined) return [];
  const onManifest = new Set(
    standingDays(state)
      .filter((day) => sideOf(day.author) === own)
      .flatMap((day) => manifestOf(state, day).persons.map(({ record }) => recordKey(record))),
  );
  return [...state.tranches.tabled.values()]
    .filter((one) => isLocked(state, one) && sidesGiving(state, one).includes(own))
    .map((one): ManifestChoice => {
      const { title, on, place } = known(state, one.id, "tranche.tabled").act.payload;
      const going = personsOf(state, one).filter((who) => who.returnedBy === own && !who.isReserve);
      const byCategory = Map.groupBy(going, ({ category }) => category);
      return {
        value: one.id,
        label: [title, on, place].filter((part) => part !== undefined).join(", "),
        on,
        place,
        groups: [...byCategory].flatMap(([category, all]) =>
          grouped(all.map(({ ref }) => ref)).map(({ list, lines }) => ({
            key: `${category} ${list}`,
            label: `${sayWord(at.t, category)} · ${listTitle(at, list)}`,
            list,
            lines,
            taken: lines.filter((line) => onManifest.has(recordKey({ list, line }))),
          })),
        ),
      };
    })
    .toReversed();
}
