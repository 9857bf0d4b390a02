import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button } from "../../design/index.ts";
import type { DayModel } from "./day-query.ts";
import { HeadsField } from "./heads-field.tsx";
import line from "./lineday.module.css";
import type { NextShown } from "./next-shown.ts";

/** One's own count of the block that is next; any other block can be counted, or counted again, behind a fold. */
export function OwnCount({ day, next }: { readonly day: DayModel; readonly next: NextShown }) {
  const { t } = useDesk();
  const isNext = next.block > 0 && ["pass", "receive", "sign_steps", "count", "recount"].includes(next.do);
  const last = day.blocks.at(-1)?.number;
  if (isNext) return <Count day={day} block={next.block} isMain={next.do !== "sign_steps"} />;
  if (last === undefined) return null;
  return (
    <details className={line.other}>
      <summary>{t("lineday.count_other")}</summary>
      <AnyCount day={day} last={last} />
    </details>
  );
}

function AnyCount({ day, last }: { readonly day: DayModel; readonly last: number }) {
  const { t } = useDesk();
  const [block, setBlock] = useState(last);
  return (
    <div className={line.count}>
      <HeadsField label={t("lineday.count_block")} value={block} least={1} onChange={setBlock} />
      <Count key={block} day={day} block={block} isMain={false} />
    </div>
  );
}

// No number stands there before somebody has counted.
function Count({
  day,
  block,
  isMain,
}: {
  readonly day: DayModel;
  readonly block: number;
  readonly isMain: boolean;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const [heads, setHeads] = useState<number>();
  const counts = day.blocks.find((one) => one.number === block)?.counts;
  const isCounted = counts?.some((one) => one.counter === day.own && one.heads !== undefined) ?? false;
  const sign = () => {
    const payload = { manifest: day.id, block, heads };
    propose({ room: "exchange", kind: "line.counted", payload });
  };
  return (
    <div className={line.count}>
      <HeadsField
        label={t("lineday.count_heads", { n: block })}
        value={heads}
        least={0}
        onChange={setHeads}
      />
      <Button
        look={isMain && heads !== undefined ? "main" : "quiet"}
        isDisabled={heads === undefined}
        onPress={sign}
      >
        {t(isCounted ? "lineday.count_again" : "lineday.count_sign")}
      </Button>
    </div>
  );
}
