import type { ReactNode } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { css, Mark } from "../../../design/index.ts";
import own from "./set-up.module.css";

/** done: this head has nothing more to do here; now: it is his turn; others: it is another's; later: not yet. */
export type Standing = "done" | "now" | "others" | "later";

const weights = { done: "plain", now: "firm", others: "waiting", later: "waiting" } as const;

/** One step of the set-up: what it is for, how it stands, and what is to be done. */
export function Step({
  title,
  standing,
  children,
}: {
  readonly title: string;
  readonly standing: Standing;
  readonly children?: ReactNode;
}) {
  const { t } = useDesk();
  return (
    <li className={css.sheet} data-standing={standing}>
      <div className={own.stepHead}>
        <h3>{title}</h3>
        <Mark weight={weights[standing]}>{t(`set_up.standing.${standing}`)}</Mark>
      </div>
      {standing !== "later" && children && <div className={own.stepBody}>{children}</div>}
    </li>
  );
}
