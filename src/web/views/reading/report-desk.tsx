import { useDesk } from "../../app/desk-context.tsx";
import { Button, Notice, Refused, Section } from "../../design/index.ts";
import type { SecondAnswer } from "../../desk/reading-actions.ts";
import { DraftView } from "./draft-view.tsx";
import { itemsOf, secondItems } from "./drafted.ts";
import { bandOf, lacksOf } from "./item.ts";
import type { ReadingModel } from "./query.ts";
import { ReportForm } from "./report-form.tsx";
import { SecondReader } from "./second-reader.tsx";
import { useKeptReport } from "./use-kept-report.ts";
import { useReader } from "./use-reader.ts";

/** One report on the desk: its text, then its draft beside it. Kept on this device until it is put away. */
export function ReportDesk({ parties }: { readonly parties: ReadingModel["parties"] }) {
  const { t } = useDesk();
  const { report, set, putAway } = useKeptReport(parties);
  const { reading, open, read, point, stop } = useReader();
  if (!report) return null;
  const offices = parties.map(({ office }) => office);
  const asked = {
    name: report.name,
    text: report.text,
    language: report.language,
    reportDate: report.source.published,
    host: "host",
    parties: parties.map(({ office, name, aliases }) => ({
      id: office,
      name,
      aliases: [...aliases, ...(report.aliases[office] ?? "").split(",")]
        .map((one) => one.trim())
        .filter((one) => one !== ""),
      kind: office === "host" ? ("host" as const) : ("belligerent" as const),
    })),
  };
  const begin = () =>
    read(asked, ({ draft, digest }) =>
      set({
        digest,
        language: draft.lang,
        items: itemsOf(draft, offices).map((item) => ({
          ...item,
          changedByHand: false,
          standing: bandOf(item) === "preselected" && !lacksOf(item) ? "accepted" : "open",
        })),
      }),
    );
  const addSecond = (second: string, { pointed, unformed }: SecondAnswer) =>
    point(asked, pointed, ({ draft, dropped }) => {
      const items = secondItems(draft, offices, second);
      set((before) => ({ items: [...before.items, ...items], leftOut: dropped + unformed }));
    });
  const isRead = report.digest !== undefined;
  return (
    <Section
      title={isRead ? report.name : t("reading.begin")}
      actions={isRead && <Button onPress={putAway}>{t("reading.another")}</Button>}
    >
      {!isRead && (
        <ReportForm
          report={report}
          parties={parties}
          set={set}
          onFile={(name, bytes) => open(name, bytes, (text) => set({ name, text }))}
          onRead={begin}
        />
      )}
      {reading.is === "running" && (
        <p role="status">
          {t("reading.reading")} <Button onPress={stop}>{t("reading.stop")}</Button>
        </p>
      )}
      {reading.is === "failed" && <Notice tone="refused" title={t("reading.failed")} />}
      {reading.is === "refused" && <Refused refusal={reading.refusal} />}
      {isRead && (
        <DraftView report={report} set={set}>
          <SecondReader report={report} onAnswer={addSecond} />
        </DraftView>
      )}
    </Section>
  );
}
