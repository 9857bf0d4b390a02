import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, FormButton, Page, Section } from "../../design/index.ts";
import { languageName } from "../statements/language-name.ts";
import { JointView } from "./joint-view.tsx";
import type { JointModel } from "./query.ts";
import { StatusMark } from "./status-mark.tsx";
import { TableForm } from "./table-form.tsx";

/** Joint communiqués: all that this office reads at `/joint`, one at its id. */
export default function Joint({ parts }: { readonly parts: readonly string[] }) {
  const { t } = useDesk();
  const model = useQuery("joint.all", undefined);
  const [first] = parts;
  const one = model?.texts.find(({ id }) => id === first);
  if (one) return <JointView key={one.id} model={one} />;
  const table = model?.mayTable && (
    <FormButton label={t("joint.table")} look="main">
      {(close) => <TableForm onDone={close} />}
    </FormButton>
  );
  return (
    <Page title={t("joint.title")} intro={t("joint.intro")} actions={table}>
      {first !== undefined && model && <Empty>{t("joint.not_here")}</Empty>}
      <Section title={t("joint.all")}>
        {model?.texts.length === 0 && <Empty>{t("joint.none")}</Empty>}
        <ul className={css.section}>
          {model?.texts.map((text) => (
            <Row key={text.id} model={text} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Row({ model }: { readonly model: JointModel }) {
  const { t } = useDesk();
  const inMine = model.versions.find(({ language }) => language === t.language) ?? model.versions[0];
  return (
    <li>
      <p className={css.row}>
        <Link href={`/joint/${model.id}`} lang={inMine?.language}>
          {inMine?.title}
        </Link>
        <StatusMark status={model.status} />
      </p>
      <p className={css.small}>
        {model.versions.map(({ language }) => languageName(language, t.language)).join(", ")} ·{" "}
        <Clock at={model.released?.said ?? model.said.said} />
      </p>
    </li>
  );
}
