import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Empty, Mark, Notice, Rows, Section, Window } from "../../design/index.ts";
import { useMaking } from "../documents/use-making.ts";
import { CodeField } from "../lineday/code-field.tsx";
import { RecordForm } from "./forms/record.tsx";
import type { ContainerRow, ForensicModel } from "./query.ts";
import own from "./remains.module.css";

/** Codes that are printed at once: three pages. */
const sheetOf = 24;

/** Every bag with who holds it and what comes next; a code that is scanned opens its bag, or records a new one. */
export function Containers({ model }: { readonly model: ForensicModel }) {
  const { t, connection, desk } = useDesk();
  const [open, setOpen] = useState<string>();
  const [found, setFound] = useState<string>();
  const close = () => setOpen(undefined);
  const maySign = desk.phase === "open" && desk.canSign;
  const read = async (typed: string) => {
    const bag = await connection.call("readBagCode", typed);
    if (bag === "misread") return { wrong: t("remains.scan_misread") };
    setFound(bag.container);
    if (bag.container === undefined && maySign) setOpen(bag.code);
    return { code: bag.code };
  };
  // a bag without a printed code gets one from this browser's randomness
  const fresh = async () => setOpen((await connection.call("lineCodes", 1))[0]);
  const { make, isBusy, said } = useMaking();
  const print = async () => {
    const codes = await connection.call("lineCodes", sheetOf);
    make("bags", { on: new Date().toISOString().slice(0, 10), codes }, t.language);
  };
  const row = model.containers.find(({ id }) => id === found);
  return (
    <Section
      title={t("remains.containers")}
      actions={
        maySign && (
          <>
            <Button isDisabled={isBusy} onPress={() => void print()}>
              {t("remains.code_sheet", { n: sheetOf })}
            </Button>
            <Button look="main" onPress={() => void fresh()}>
              {t("remains.do.record")}
            </Button>
          </>
        )
      }
    >
      <p className={css.small}>{t("remains.containers_how")}</p>
      {said && <Notice tone={said.isWrong ? "refused" : "plain"}>{said.words}</Notice>}
      <CodeField
        read={read}
        label={t("remains.scan")}
        button={t("remains.find")}
        onCode={() => {}}
        takesKeys
      />
      {row && (
        <p role="status">
          <Link href={`/remains/container/${row.id}`}>{t("remains.open_container", { code: row.code })}</Link>
        </p>
      )}
      {model.containers.length === 0 ? (
        <Empty>{t("remains.containers_none")}</Empty>
      ) : (
        <Table rows={model.containers} />
      )}
      <Window title={t("remains.do.record")} isOpen={open !== undefined} onClose={close}>
        {open !== undefined && <RecordForm code={open} choices={model.choices} onDone={close} />}
      </Window>
    </Section>
  );
}

function Table({ rows }: { readonly rows: readonly ContainerRow[] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("remains.containers")}
      heads={[
        t("field.forensic.container_recorded.code"),
        t("remains.next"),
        t("remains.holder"),
        t("field.belongs"),
      ]}
      className={own.wide}
    >
      <tbody>
        {rows.map(({ id, code, tag, holder, belongs, gaps, next }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/remains/container/${id}`} className={css.mono ?? ""}>
                {code}
              </Link>
              <p className={css.small}>{tag}</p>
            </th>
            <td>
              {next ? (
                <>
                  <span className={own.word}>{next.step}</span>
                  <p className={css.small}>{next.by}</p>
                  {next.isOurs && <Mark weight="firm">{t("home.ours")}</Mark>}
                </>
              ) : (
                <span className={css.soft}>{t("remains.nothing_next")}</span>
              )}
            </td>
            <td>
              {holder}
              {gaps > 0 && (
                <p>
                  <Mark weight="attention">{t("remains.gaps", { n: gaps })}</Mark>
                </p>
              )}
            </td>
            <td>{belongs}</td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
