import { Link } from "react-aria-components";
import type { Room } from "#record";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  css,
  Empty,
  Field,
  Form,
  MomentField,
  momentIsWrong,
  momentOf,
  Page,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../design/index.ts";
import { onlyRoom, RoomField } from "../claims/room-field.tsx";
import type { TrucesModel } from "./all-query.ts";
import { draftOf, type TermsDraft, termsAreWrong, termsOf } from "./draft.ts";
import { useSideZones } from "./side-zones.ts";
import { TermsFields } from "./terms-fields.tsx";
import own from "./truces.module.css";

/** What one's own side will do in a window of time, whatever the other does: it binds its author alone. */
export function DeclarePage() {
  const { t } = useDesk();
  const model = useQuery("truces.all", undefined);
  return (
    <Page title={t("truces.do.declare")} intro={<Link href="/truces">{t("truces.back")}</Link>}>
      {model &&
        (model.declaringIn.length > 0 ? (
          <Declare rooms={model.declaringIn} />
        ) : (
          <Empty>{t("truces.not_read")}</Empty>
        ))}
    </Page>
  );
}

function Declare({ rooms }: { readonly rooms: TrucesModel["declaringIn"] }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const propose = useSigning();
  const zones = useSideZones();
  const none = useNoMoment();
  const form = useForm(
    {
      title: "",
      room: onlyRoom(rooms) as Room | null,
      from: none,
      to: none,
      terms: draftOf({}, none.zone),
      source: useOwnWords(),
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      room: draft.room ? undefined : "forms.choose",
      from: momentIsWrong(draft.from),
      to: momentIsWrong(draft.to),
      terms: termsAreWrong(draft.terms),
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, tried } = form;
  const setTerms = (part: Partial<TermsDraft>) => set({ terms: { ...draft.terms, ...part } });
  const ready = () => {
    // the hours of the window stand in the terms too, with both local prints
    const payload = {
      title: draft.title.trim(),
      terms: termsOf({ ...draft.terms, start: draft.from, end: draft.to }, zones),
      window: { from: momentOf(draft.from), to: momentOf(draft.to) },
      source: sourceOf(draft.source),
    };
    const room = draft.room ?? "plenary";
    propose({ room, kind: "truce.declared", payload }, (id) => go(`/truces/declared/${id}`));
  };
  return (
    <div className={own.draft}>
      <Form form={form} onReady={ready}>
        <p className={css.intro}>{t("truces.declared_words")}</p>
        <Field
          label={t("field.title")}
          value={draft.title}
          onChange={(title) => set({ title })}
          wrong={form.wrong("title")}
          isRequired
        />
        <RoomField rooms={rooms} value={draft.room} onChange={(room) => set({ room })} tried={tried} />
        <MomentField
          label={t("truces.starts")}
          value={draft.from}
          onChange={(from) => set({ from })}
          tried={tried}
        />
        <MomentField label={t("truces.ends")} value={draft.to} onChange={(to) => set({ to })} tried={tried} />
        <TermsFields value={draft.terms} onChange={setTerms} tried={tried} without={["start", "end"]} />
        <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
      </Form>
    </div>
  );
}
