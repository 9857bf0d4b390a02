import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, Empty, FormButton, Mark, Page, SaidLine, Section } from "../../design/index.ts";
import { RegisterForm } from "./forms.tsx";
import { OneFootage } from "./one.tsx";
import { Played } from "./played.tsx";
import type { ReleaseModel } from "./query.ts";

/** Footage: what this side's press room holds, and what was released, at `/footage`; one at its id. */
export default function FootageView({ parts }: { readonly parts: readonly string[] }) {
  const { t } = useDesk();
  const model = useQuery("footage.all", undefined);
  const [first] = parts;
  const room = model?.room;
  const one = model?.all.find(({ id }) => id === first);
  if (model && room && one)
    return <OneFootage key={one.id} model={one} room={room} may={model.may} choices={model.choices} />;
  const register = room && model.may.mark && (
    <FormButton label={t("footage.register")} look="main">
      {(close) => <RegisterForm room={room} onDone={close} />}
    </FormButton>
  );
  return (
    <Page title={t("footage.title")} intro={t("footage.intro")} actions={register}>
      {room && (
        <Section title={t("footage.kept")}>
          {model.all.length === 0 && <Empty>{t("footage.none")}</Empty>}
          <ul className={css.items}>
            {model.all.map(({ id, title, said }) => (
              <li key={id} className={`${css.sheet} ${css.lines}`}>
                <Link href={`/footage/${id}`}>{title}</Link>
                <SaidLine said={said} named />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("footage.released")}>
        {model?.released.length === 0 && <Empty>{t("footage.none_released")}</Empty>}
        {model?.released.map((release) => (
          <Release key={release.id} release={release} />
        ))}
      </Section>
    </Page>
  );
}

function Release({ release }: { readonly release: ReleaseModel }) {
  const { t } = useDesk();
  const propose = useSigning();
  const { payload, said, isRecalled, mayRecall } = release;
  return (
    <article className={`${css.sheet} ${css.lines}`} aria-label={payload.title}>
      <h3>{payload.title}</h3>
      <p className={css.row}>
        {isRecalled && <Mark weight="plain">{t("footage.is_recalled")}</Mark>}
        {t(`word.${payload.ground}`)} · {t("footage.cover_summary", { boxes: payload.boxes })} ·{" "}
        {t(`word.${payload.sound}`)}
      </p>
      {payload.reason && <p>{payload.reason}</p>}
      <SaidLine said={said} named />
      <p className={css.row}>
        {!isRecalled && <Played file={payload.file.digest} label={payload.title} />}
        {mayRecall && (
          <Button
            onPress={() =>
              propose({ room: "public", kind: "footage.recalled", payload: { release: release.id } })
            }
          >
            {t("footage.recall")}
          </Button>
        )}
      </p>
    </article>
  );
}
