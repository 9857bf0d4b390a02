import { useDesk } from "../../app/desk-context.tsx";
import { Mark, type Weight } from "../../design/index.ts";
import type { JointModel } from "./query.ts";

const weights: { readonly [S in JointModel["status"]]: Weight } = {
  open: "waiting",
  cleared: "waiting",
  due: "waiting",
  released: "firm",
  replaced: "plain",
};

export function StatusMark({ status }: { readonly status: JointModel["status"] }) {
  const { t } = useDesk();
  return <Mark weight={weights[status]}>{t(`joint.status.${status}`)}</Mark>;
}
