import { useState } from "react";
import { FileTrigger, Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { refusalOf } from "../../app/signing.tsx";
import { useWork } from "../../app/use-work.ts";
import { Button, css, Empty, FieldList, Notice, OneOf, Page, Refused, Section } from "../../design/index.ts";
import type { SiteRow } from "../../desk/site-actions.ts";
import type { SitesModel } from "./query.ts";
import type { SiteRoom } from "./rooms.ts";

/** A file of sites: read on this device, looked at row by row, and signed after that. */
export function ImportPage() {
  const { t } = useDesk();
  const model = useQuery("sites.all", undefined);
  return (
    <Page
      title={t("sites.import.title")}
      intro={
        <>
          <Link href="/sites">{t("sites.back")}</Link> · {t("sites.import.intro")}
        </>
      }
    >
      {model === null && <Empty>{t("sites.not_here")}</Empty>}
      {model && <Import rooms={model.rooms} />}
    </Page>
  );
}

function Import({ rooms }: { readonly rooms: SitesModel["rooms"] }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const [room, setRoom] = useState<SiteRoom | null>(rooms.length === 1 ? (rooms[0]?.value ?? null) : null);
  const look = useWork("lookAtSites");
  const signing = useSignAll();
  const rows = look.value?.rows ?? [];
  const sound = rows.filter(({ preview }) => preview !== undefined && preview.problem === undefined);
  const chosen = async (file: File | undefined) => {
    if (!file || room === null) return;
    await look.start({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), room });
  };
  return (
    <>
      {rooms.length > 1 && (
        <OneOf label={t("sites.form.room")} value={room} choices={rooms} onChange={setRoom} />
      )}
      <p className={css.soft}>{t("sites.import.columns")}</p>
      <FileTrigger
        acceptedFileTypes={[".geojson", ".json", ".kml", ".csv", ".tsv", ".xlsx"]}
        onSelect={(files) => void chosen(files?.[0])}
      >
        <Button isDisabled={room === null}>{t("sites.import.choose")}</Button>
      </FileTrigger>
      {look.refusal && <Refused refusal={look.refusal} />}
      {look.value && (
        <Section title={t("sites.import.read", { n: rows.length, sound: sound.length })}>
          <ol className={css.items}>
            {rows.map((row) => (
              <Row key={`${row.line} ${row.code}`} row={row} />
            ))}
          </ol>
          {signing.refusal && <Refused refusal={signing.refusal} />}
          <div className={css.row}>
            <Button
              look="main"
              isDisabled={sound.length === 0 || signing.isBusy}
              onPress={() => void signing.sign(sound, () => go("/sites"))}
            >
              {t("sites.import.sign", { n: sound.length })}
            </Button>
          </div>
        </Section>
      )}
    </>
  );
}

function Row({ row }: { readonly row: SiteRow }) {
  const { t } = useDesk();
  const { preview, fault, line, code } = row;
  const title = t("sites.import.line", { line, code: code === "" ? "—" : code });
  return (
    <li className={css.sheet}>
      <h3>{title}</h3>
      {row.isOdd && <p className={css.small}>{t("sites.import.odd")}</p>}
      {fault && (
        <Notice tone="attention" title={t(`sites.fault.${fault.reason}`)}>
          {fault.text}
        </Notice>
      )}
      {preview?.problem && (
        <Notice tone="attention" title={preview.problem.title}>
          {preview.problem.detail}
        </Notice>
      )}
      {preview && (
        <details>
          <summary>{preview.headline}</summary>
          <FieldList fields={preview.fields} />
        </details>
      )}
    </li>
  );
}

// Each row is an act of its own, signed in the order of the file.
function useSignAll() {
  const { connection } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Parameters<typeof Refused>[0]["refusal"]>();
  const sign = async (rows: readonly SiteRow[], onDone: () => void) => {
    setBusy(true);
    try {
      for (const { preview } of rows) if (preview) await connection.call("say", preview.id);
      onDone();
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, sign };
}
