import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Empty } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { DraftForm } from "./draft-form.tsx";
import { DraftShown } from "./draft-shown.tsx";
import { Links } from "./links.tsx";
import { Lot } from "./lot.tsx";
import { OwnKey } from "./own-key.tsx";
import { Seat } from "./seat.tsx";
import own from "./set-up.module.css";
import { type Standing, Step } from "./step.tsx";
import { Text } from "./text.tsx";
import type { HeldSetUp } from "./use-set-up.ts";

type Part = { readonly model: SetUpModel; readonly setUp: HeldSetUp };

/** The steps of one head, in their order; each says whose turn it is. */
export function Steps({
  model,
  setUp,
  onInvited,
}: Part & { readonly onInvited: (invitation: string) => void }) {
  const { t } = useDesk();
  const standing = standingsOf(model);
  const isHost = model.role === "host";
  return (
    <ol className={own.steps}>
      <Step title={t(isHost ? "set_up.step_draft" : "set_up.step_draft_of_host")} standing={standing.draft}>
        {isHost ? <HostDraft model={model} setUp={setUp} /> : <PartyDraft model={model} />}
      </Step>
      {isHost && (
        <Step title={t("set_up.step_links")} standing={standing.links}>
          <Links model={model} setUp={setUp} />
        </Step>
      )}
      <Step title={t("set_up.step_key")} standing={standing.key}>
        <OwnKey model={model} setUp={setUp} />
      </Step>
      <Step title={t("set_up.step_lot")} standing={standing.lot}>
        <Lot model={model} setUp={setUp} />
      </Step>
      <Step title={t("set_up.step_text")} standing={standing.text}>
        <Text model={model} setUp={setUp} />
      </Step>
      <Step title={t("set_up.step_seat")} standing={standing.seat}>
        <Seat model={model} setUp={setUp} onInvited={onInvited} />
      </Step>
    </ol>
  );
}

type Name = "draft" | "links" | "key" | "lot" | "text" | "seat";

function standingsOf({ role, stage, draft, heads, order }: SetUpModel): Readonly<Record<Name, Standing>> {
  const mine = heads[role];
  const isDrawing = stage === "drawing";
  const hasText = stage === "signing" || stage === "signed" || stage === "founded";
  const areInvited = heads["party-a"].invited && heads["party-b"].invited;
  const haveJoined = heads["party-a"].joined !== null && heads["party-b"].joined !== null;
  return {
    draft: draft ? "done" : role === "host" ? "now" : "others",
    links: haveJoined ? "done" : !draft ? "later" : areInvited ? "others" : "now",
    key: mine.joined ? "done" : "now",
    lot: order ? "done" : !isDrawing ? "later" : mine.revealed ? "others" : "now",
    text: !hasText ? "later" : stage === "founded" ? "done" : mine.signed ? "others" : "now",
    seat: stage === "founded" ? "now" : "later",
  };
}

function HostDraft({ model, setUp }: Part) {
  const { t, connection } = useDesk();
  const [isChanging, setChanging] = useState(false);
  const { draft, heads } = model;
  if (!draft || isChanging)
    return (
      <>
        <p>{t("set_up.draft_words")}</p>
        <DraftForm
          draft={draft}
          onCancel={draft ? () => setChanging(false) : undefined}
          onSave={(written) =>
            void setUp
              .take(() => connection.call("writeSetUp", written))
              .then((isWritten) => isWritten && setChanging(false))
          }
        />
      </>
    );
  const isSigned = Object.values(heads).some((head) => head.signed) || model.stage === "founded";
  return (
    <>
      <WholeDraft draft={draft} />
      {!isSigned && (
        <div className={css.row}>
          <Button onPress={() => setChanging(true)}>{t("set_up.change_draft")}</Button>
        </div>
      )}
    </>
  );
}

function PartyDraft({ model: { draft } }: { readonly model: SetUpModel }) {
  const { t } = useDesk();
  return draft ? <WholeDraft draft={draft} /> : <Empty>{t("set_up.no_draft")}</Empty>;
}

function WholeDraft({ draft }: { readonly draft: NonNullable<SetUpModel["draft"]> }) {
  const { t } = useDesk();
  return (
    <details>
      <summary className={own.summary}>
        {draft.title[t.language]}: {t("set_up.whole_draft")}
      </summary>
      <div className={own.stepBody}>
        <DraftShown draft={draft} />
      </div>
    </details>
  );
}
