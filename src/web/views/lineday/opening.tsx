import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css } from "../../design/index.ts";
import type { BlockLine, DayModel } from "./day-query.ts";
import type { Hand } from "./hand.ts";
import { HeadsField } from "./heads-field.tsx";
import line from "./lineday.module.css";
import type { NextShown, Told } from "./next-shown.ts";

/** The giving side's next block: the counts of the one before that were told here, and those who go into it. */
export function Opening({
  day,
  block,
  next,
  hand,
  told,
  onTold,
}: {
  readonly day: DayModel;
  readonly block: BlockLine | undefined;
  readonly next: NextShown;
  readonly hand: Hand;
  readonly told: Told;
  readonly onTold: (told: Told) => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const number = (block?.number ?? 0) + 1;
  const chosen = hand.held.filter((one) => one.mode === "block");
  const missing = block?.counts.filter((one) => one.heads === undefined && one.counter !== "giver") ?? [];
  const heard = told.block === block?.number ? told.heads : {};
  const sign = () => {
    const payload = {
      manifest: day.id,
      block: number,
      codes: chosen.map((one) => one.code),
      told: missing.flatMap(({ counter }) => {
        const heads = heard[counter];
        return heads === undefined ? [] : [{ counter, heads }];
      }),
    };
    propose({ room: "exchange", kind: "line.block_opened", payload }, () => hand.clear(chosen));
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
              value={heard[counter]}
              least={0}
              onChange={(heads) => onTold({ block: number - 1, heads: { ...heard, [counter]: heads } })}
            />
          ))}
        </fieldset>
      )}
      <p className={css.small}>
        {t("lineday.into_block", { n: chosen.length, most: day.largestBlock, block: number })}
      </p>
      <Button
        look={next.do === "open" ? "main" : "quiet"}
        isDisabled={chosen.length === 0 || chosen.length > day.largestBlock}
        onPress={sign}
      >
        {t("lineday.open_block", { n: number })}
      </Button>
    </div>
  );
}
