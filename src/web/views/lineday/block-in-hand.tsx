import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark, Section, Sheet } from "../../design/index.ts";
import type { BlockLine, DayModel } from "./day-query.ts";
import type { Hand } from "./hand.ts";
import line from "./lineday.module.css";
import type { NextShown, Told } from "./next-shown.ts";
import { Opening } from "./opening.tsx";
import { OwnCount } from "./own-count.tsx";
import { shown } from "./scanning.tsx";

/** The block in hand: who is next, the counts side by side, one's own count, and for the giving side the next block. */
export function BlockInHand({
  day,
  next,
  hand,
  told,
  onTold,
}: {
  readonly day: DayModel;
  readonly next: NextShown;
  readonly hand: Hand;
  readonly told: Told;
  readonly onTold: (told: Told) => void;
}) {
  const { t } = useDesk();
  const block = day.blocks.at(-1);
  const number = next.block > 0 ? next.block : block?.number;
  const isOpening =
    day.own === "giver" &&
    (["hear", "make_up", "open"].includes(next.do) || hand.held.some((one) => one.mode === "block"));
  return (
    <Section title={number === undefined ? t("lineday.no_block") : t("line.block", { n: number })}>
      <Sheet>
        <div className={css.form}>
          {day.next.length > 0 && !["board", "arrive", "hear"].includes(next.do) && <Next day={day} />}
          {block && <Counts block={block} isEarlier={block.number !== number} />}
          {isOpening && (
            <Opening day={day} block={block} hand={hand} told={told} onTold={onTold} next={next} />
          )}
          <OwnCount key={`${number} ${next.do === "recount"}`} day={day} next={next} />
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
      <ul className={line.others}>
        {others.map((code) => (
          <li key={code}>{shown(day, code)}</li>
        ))}
      </ul>
    </div>
  );
}

function Counts({ block, isEarlier }: { readonly block: BlockLine; readonly isEarlier: boolean }) {
  const { t } = useDesk();
  return (
    <div>
      {isEarlier && <p className={css.label}>{t("line.block", { n: block.number })}</p>}
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
