import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Notice } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { missingIn, nameOf } from "./names.ts";
import type { HeldSetUp } from "./use-set-up.ts";

/** The lot: each shows his number, once all have compared their keys by voice. */
export function Lot({ model, setUp }: { readonly model: SetUpModel; readonly setUp: HeldSetUp }) {
  const { t, connection } = useDesk();
  const { order, heads, role, own, draft } = model;
  if (order) {
    const [first, second] = order.map((side) => nameOf(t, draft, `party-${side}`));
    return <p>{t("set_up.drawn", { first: first ?? "", second: second ?? "" })}</p>;
  }
  if (heads[role].revealed) {
    const names = missingIn(t, model, ({ revealed }) => revealed).join(", ");
    return <p>{t("set_up.waiting_for", { names })}</p>;
  }
  const canShow = own.kind === "joined" && own.hasNonce;
  return (
    <>
      <p>{t("set_up.lot_words")}</p>
      <p>{t("set_up.compare_keys")}</p>
      {!canShow && <Notice tone="attention">{t("set_up.no_number")}</Notice>}
      <div className={css.row}>
        <Button
          look="main"
          isDisabled={setUp.isBusy || !canShow}
          onPress={() => void setUp.take(() => connection.call("revealNonce", undefined))}
        >
          {t("set_up.show_number")}
        </Button>
      </div>
    </>
  );
}
