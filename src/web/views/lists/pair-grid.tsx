import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css, firstSight, Grid, Mark } from "../../design/index.ts";
import own from "./compare.module.css";
import { pairKey } from "./engine/bands.ts";
import type { EngineTable, Pair, Reasons } from "./engine/protocol.ts";
import { lineText } from "./line-text.ts";
import lists from "./lists.module.css";
import { useEngineWords } from "./use-engine-words.ts";

type Shown = {
  readonly pairs: readonly Pair[];
  readonly left: EngineTable;
  readonly right: EngineTable;
  readonly reasons: ReadonlyMap<string, Reasons>;
  /** What people have said of a pair already, in words. */
  readonly standing: ReadonlyMap<string, string>;
};

/** A window on the pairs: only those in sight are there, and only for them it is asked why. Enter opens one. */
export function PairGrid({
  shown,
  titles,
  onSight,
  onOpen,
}: {
  readonly shown: Shown;
  readonly titles: readonly [string, string];
  readonly onSight: (pairs: readonly Pair[]) => void;
  readonly onOpen: (pair: Pair) => void;
}) {
  const { t } = useDesk();
  const { pairs } = shown;
  const [sight, setSight] = useState(firstSight);
  useEffect(() => onSight(pairs.slice(sight.first, sight.last + 1)), [onSight, pairs, sight]);
  return (
    <Grid
      label={t("lists.compare.pairs")}
      total={pairs.length}
      rowHeight={88}
      rowClass={own.pair}
      headings={[t("lists.compare.column.chance"), ...titles, t("lists.compare.column.alike")]}
      cells={(place) => {
        const pair = pairs[place];
        return pair && <Cells pair={pair} shown={shown} />;
      }}
      onSight={setSight}
      onKey={(key, place) => {
        const pair = key === "Enter" ? pairs[place] : undefined;
        if (pair) onOpen(pair);
        return pair !== undefined;
      }}
      onPress={(place) => {
        const pair = pairs[place];
        if (pair) onOpen(pair);
      }}
    />
  );
}

function Cells({ pair, shown }: { readonly pair: Pair; readonly shown: Shown }) {
  const { t } = useDesk();
  const standing = shown.standing.get(pairKey(pair));
  return (
    <>
      <td className={lists.number}>
        {t("lists.compare.chance", { perMille: pair.perMille })}
        {standing && (
          <p>
            <Mark>{t("lists.compare.standing", { status: standing })}</Mark>
          </p>
        )}
      </td>
      <td>
        <Line table={shown.left} line={pair.left} />
      </td>
      <td>
        <Line table={shown.right} line={pair.right} />
      </td>
      <td className={css.small}>
        <Alike reasons={shown.reasons.get(pairKey(pair))} />
      </td>
    </>
  );
}

function Line({ table, line }: { readonly table: EngineTable; readonly line: number }) {
  const { t } = useDesk();
  const { name, cells } = lineText(table, line);
  return (
    <>
      <span className={lists.number}>{line}</span>{" "}
      <span className={lists.name} lang="">
        {name || t("lists.no_name")}
      </span>
      <p className={css.small} lang="">
        {cells.map(({ written }) => written).join(" · ")}
      </p>
    </>
  );
}

function Alike({ reasons }: { readonly reasons: Reasons | undefined }) {
  const { t } = useDesk();
  const words = useEngineWords();
  if (!reasons) return t("shell.loading");
  return reasons.reasons
    .flatMap(({ fields }) => fields)
    .filter(({ level }) => level !== "missing")
    .map(({ field, level }) => `${words.field(field)}: ${words.level(level)}`)
    .join(" · ");
}
