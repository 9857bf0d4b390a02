import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  Choose,
  css,
  Empty,
  Field,
  Form,
  Mark,
  Page,
  Section,
  Sheet,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../design/index.ts";
import type { TrucesModel } from "./all-query.ts";
import { Checks } from "./checks.tsx";
import { withProposals } from "./defaults.ts";
import { draftOf, type TermsDraft, termsAreWrong, termsOf } from "./draft.ts";
import type { TruceModel } from "./one-query.ts";
import { useSideZones } from "./side-zones.ts";
import { TermsFields } from "./terms-fields.tsx";
import own from "./truces.module.css";

const none = " none";

/** A text that is being written: new, or in the place of another. What it lacks stands beside it. */
export function DraftPage({ retables }: { readonly retables: string | undefined }) {
  const { t } = useDesk();
  const all = useQuery("truces.all", undefined);
  const earlier = useQuery("truces.one", { id: retables ?? "" });
  const title = t(retables ? "truces.do.retable" : "truces.do.table");
  const isLoaded = all !== undefined && earlier !== undefined;
  return (
    <Page title={title} intro={<Link href="/truces">{t("truces.back")}</Link>}>
      {isLoaded &&
        (all.may.table ? (
          <Draft all={all} earlier={earlier ?? undefined} />
        ) : (
          <Empty>{t("truces.not_read")}</Empty>
        ))}
    </Page>
  );
}

function Draft({ all, earlier }: { readonly all: TrucesModel; readonly earlier: TruceModel | undefined }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const propose = useSigning();
  const zones = useSideZones();
  const { zone } = useNoMoment();
  const form = useForm(
    {
      title: earlier?.title ?? "",
      room: (earlier?.room ?? all.rooms[0]?.value ?? null) as string | null,
      agreement: earlier?.agreement?.id ?? none,
      terms: draftOf(earlier?.terms ?? {}, zone),
      source: useOwnWords(),
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      room: draft.room ? undefined : "forms.choose",
      terms: termsAreWrong(draft.terms),
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const terms = termsOf(draft.terms, zones);
  const weighed = useQuery("truces.weigh", { terms });
  const setTerms = (part: Partial<TermsDraft>) => set({ terms: { ...draft.terms, ...part } });
  const ready = () => {
    const payload = {
      title: draft.title.trim(),
      terms,
      ...(draft.agreement === none ? {} : { agreement: draft.agreement }),
      ...(earlier ? { retables: earlier.id } : {}),
      source: sourceOf(draft.source),
    };
    const room = draft.room as TruceModel["room"]; // one of those that the desk offered
    propose({ room, kind: "truce.tabled", payload }, (id) => go(`/truces/${id}`));
  };
  return (
    <div className={own.draft}>
      <Form form={form} onReady={ready}>
        <p className={css.intro}>{t("truces.draft_intro")}</p>
        <Field
          label={t("field.title")}
          value={draft.title}
          onChange={(title) => set({ title })}
          wrong={wrong("title")}
          isRequired
        />
        {!earlier && (
          <Choose
            label={t("truces.f.room")}
            value={draft.room}
            choices={all.rooms}
            onChange={(room) => set({ room })}
            wrong={wrong("room")}
          />
        )}
        {all.agreements.length > 0 && (
          <Choose
            label={t("forms.optional", { label: t("truces.f.agreement") })}
            value={draft.agreement}
            choices={[{ value: none, label: t("truces.f.no_agreement") }, ...all.agreements]}
            onChange={(agreement) => set({ agreement })}
          />
        )}
        <p className={css.row}>
          <Button onPress={() => set({ terms: withProposals(draft.terms, t) })}>
            {t("truces.f.defaults")}
          </Button>
          <span className={css.small}>{t("truces.f.defaults_words")}</span>
        </p>
        <TermsFields value={draft.terms} onChange={setTerms} tried={tried} />
        <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
      </Form>
      <aside className={own.aside} aria-label={t("truces.missing")}>
        <Section title={t("truces.missing")}>
          <Sheet>
            {weighed && (
              <>
                <p>
                  <Mark weight={weighed.missing.length === 0 ? "firm" : "attention"}>
                    {t("truces.missing_parts", { n: weighed.missing.length })}
                  </Mark>
                </p>
                <ul className={own.bullets}>
                  {weighed.missing.map((part) => (
                    <li key={part}>{part}</li>
                  ))}
                </ul>
              </>
            )}
          </Sheet>
        </Section>
        <Checks checks={weighed?.checks ?? []} />
      </aside>
    </div>
  );
}
