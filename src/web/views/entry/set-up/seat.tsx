import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { Fingerprint } from "./fingerprint.tsx";
import type { HeldSetUp } from "./use-set-up.ts";

/** The process is founded: the head takes the invitation to his own office. */
export function Seat({
  model,
  setUp,
  onInvited,
}: {
  readonly model: SetUpModel;
  readonly setUp: HeldSetUp;
  readonly onInvited: (invitation: string) => void;
}) {
  const { t, connection } = useDesk();
  const receive = () =>
    void setUp.take(async () => {
      onInvited(await connection.call("receiveInvitation", undefined));
      return undefined;
    });
  return (
    <>
      <p>{t("set_up.founded_words")}</p>
      <Fingerprint hex={model.fingerprint} isLarge />
      <p>{t("set_up.seat_words")}</p>
      <div className={css.row}>
        <Button look="main" isDisabled={setUp.isBusy} onPress={receive}>
          {t("set_up.receive")}
        </Button>
      </div>
    </>
  );
}
