import { useCallback, useEffect, useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { forgetEntry, openedWith } from "../../../app/entry-link.ts";
import { refusalOf } from "../../../app/signing.tsx";
import type { Refusal } from "../../../desk/protocol.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";

const everyMs = 3_000;

/** The set-up that this browser has a link to, read again while its page is in sight. */
export type HeldSetUp = {
  /** Undefined where there is none, or it has not been read yet. */
  readonly model: SetUpModel | undefined;
  readonly isOpening: boolean;
  readonly isBusy: boolean;
  /** What the last step, or the last reading, was refused with. */
  readonly refusal: Refusal | undefined;
  /** Takes a step; answers whether it was taken. */
  readonly take: (step: () => Promise<SetUpModel | undefined>) => Promise<boolean>;
};

export function useSetUp(): HeldSetUp {
  const { connection } = useDesk();
  const [model, setModel] = useState<SetUpModel>();
  const [isOpening, setOpening] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [unread, setUnread] = useState<Refusal>();

  useEffect(() => {
    const entry = openedWith();
    const secret = entry?.kind === "set-up" ? entry.secret : undefined;
    connection
      .call("openSetUp", secret)
      .then(setModel, async (error: unknown) => {
        const refused = refusalOf(error);
        if (refused.code !== "set_up.refused" || secret === undefined) return setUnread(refused);
        setRefusal(refused); // stays in sight; a set-up of before, where there is one, is shown with it
        setModel(await connection.call("readSetUp", undefined).catch(() => undefined));
      })
      .finally(() => {
        forgetEntry();
        setOpening(false);
      });
  }, [connection]);

  // after the founding the text is what it is, and the link is soon used up
  const isOver = isOpening || model?.stage === "founded" || (model === undefined && unread === undefined);
  useEffect(() => {
    if (isOver) return;
    let isAsking = false;
    const ask = async () => {
      if (document.hidden || isAsking) return;
      isAsking = true;
      try {
        const read = await connection.call("readSetUp", undefined);
        setModel((before) => (JSON.stringify(read) === JSON.stringify(before) ? before : read));
        setUnread(undefined);
      } catch (error) {
        setUnread(refusalOf(error));
      } finally {
        isAsking = false;
      }
    };
    const timer = setInterval(() => void ask(), everyMs);
    const seen = () => void ask();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [connection, isOver]);

  const take = useCallback(async (step: () => Promise<SetUpModel | undefined>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const next = await step();
      if (next) setModel(next);
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { model, isOpening, isBusy, refusal: refusal ?? unread, take };
}
