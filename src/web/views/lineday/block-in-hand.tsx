import { useState } from "react";
import type { Counter } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, Mark, Section, Sheet } from "../../design/index.ts";
import type { BlockLine, DayModel } from "./day-query.ts";
import type { Hand } from "./hand.ts";
import { HeadsField } from "./heads-field.tsx";
import line from "./lineday.module.css";
import { shown } from "./scanning.tsx";

/** The block in hand: who is next, the counts side by side, one's own count, and for the giving side the next block. */
export function BlockInHand({
  day,
  own,
  hand,
}: {
  readonly day: DayModel;
  readonly own: Counter;
  readonly hand: Hand;
}) {
  const { t } = useDesk();
  const block = day.blocks.at(-1);
  return (
    <Section title={block ? t("line.block", { n: block.number }) : t("lineday.no_block")}>
      <Sheet>
        <div className={css.form}>
          {day.next.length > 0 && <Next day={day} />}
          {block && <Counts block={block} />}
          <OwnCount key={block?.number} day={day} own={own} block={block} />
          {own === "giver" && <Opening day={day} block={block} hand={hand} />}
        </div>
      </Sheet>
    </Section>
  );
}

function Next({ day }: { readonly day: DayModel }) {
  const { t } = useDesk();
  const [first = "", ...others] = day.next;
  return (
    <div>
      <p className={css.label}>{t("lineday.next", { n: day.next.length })}</p>
      <p className={line.first}>{shown(day, first)}</p>
      <p className={line.others}>{others.map((code) => shown(day, code)).join("  ")}</p>
    </div>
  );
}

function Counts({ block }: { readonly block: BlockLine }) {
  const { t } = useDesk();
  return (
    <div>
      <dl className={line.counts}>
        {block.counts.map((count) => (
          <div key={count.counter}>
            <dt>{count.name}</dt>
            <dd>
              <span className={line.heads}>{count.heads ?? count.told ?? "–"}</span>
              {count.told !== undefined && <Mark weight="waiting">{t("lineday.as_told")}</Mark>}
              {count.isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
            </dd>
          </div>
        ))}
      </dl>
      <Mark
        weight={
          block.status === "counts_agree" ? "firm" : block.status === "differs" ? "attention" : "waiting"
        }
      >
        {t(`word.${block.status}`)}
      </Mark>
    </div>
  );
}

// A counter counts the block in hand; where its opening has not reached this tablet, the one after the last that he counted.
function OwnCount({
  day,
  own,
  block,
}: {
  readonly day: DayModel;
  readonly own: Counter;
  readonly block: BlockLine | undefined;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const mine = block?.counts.find((one) => one.counter === own);
  const isCounted = mine?.heads !== undefined;
  const following = (block?.number ?? 0) + (isCounted && own !== "giver" ? 1 : block ? 0 : 1);
  const [number, setNumber] = useState(following);
  const [heads, setHeads] = useState(0);
  if (own === "giver" && !block) return null;
  const sign = () => {
    const payload = { manifest: day.id, block: number, heads };
    propose({ room: "exchange", kind: "line.counted", payload });
  };
  return (
    <div className={line.count}>
      {(own !== "giver" || (block?.number ?? 0) > 1) && (
        <HeadsField label={t("lineday.count_block")} value={number} least={1} onChange={setNumber} />
      )}
      <HeadsField
        label={t("lineday.count_heads", { n: number })}
        value={heads}
        least={0}
        onChange={setHeads}
      />
      <Button look={isCounted && number === block?.number ? "quiet" : "main"} onPress={sign}>
        {t(isCounted && number === block?.number ? "lineday.count_again" : "lineday.count_sign")}
      </Button>
    </div>
  );
}

function Opening({
  day,
  block,
  hand,
}: {
  readonly day: DayModel;
  readonly block: BlockLine | undefined;
  readonly hand: Hand;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const number = (block?.number ?? 0) + 1;
  const chosen = hand.held.filter((one) => one.mode === "block");
  const missing = block?.counts.filter((one) => one.heads === undefined && one.counter !== "giver") ?? [];
  const [told, setTold] = useState<Readonly<Record<string, number>>>({});
  const sign = () => {
    const payload = {
      manifest: day.id,
      block: number,
      codes: chosen.map((one) => one.code),
      told: missing.flatMap(({ counter, heads }) => {
        const said = told[counter];
        return said === undefined || heads !== undefined ? [] : [{ counter, heads: said }];
      }),
    };
    propose({ room: "exchange", kind: "line.block_opened", payload }, () => {
      hand.clear(chosen);
      setTold({});
    });
  };
  return (
    <div className={line.opening}>
      {missing.length > 0 && (
        <fieldset className={css.group}>
          <legend className={css.label}>{t("lineday.told_here", { n: number - 1 })}</legend>
          {missing.map(({ counter, name }) => (
            <HeadsField
              key={counter}
              label={name}
              value={told[counter]}
              least={0}
              onChange={(heads) => setTold({ ...told, [counter]: heads })}
            />
          ))}
        </fieldset>
      )}
      <p className={css.small}>
        {t("lineday.into_block", { n: chosen.length, most: day.largestBlock, block: number })}
      </p>
      <Button
        look={chosen.length > 0 && block?.status !== "counting" ? "main" : "quiet"}
        isDisabled={chosen.length === 0 || chosen.length > day.largestBlock}
        onPress={sign}
      >
        {t("lineday.open_block", { n: number })}
      </Button>
    </div>
  );
}
