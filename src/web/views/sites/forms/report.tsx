import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, Field, Form, Group, MomentField, OneOf, Tick, useForm } from "../../../design/index.ts";
import { useNow } from "../../reception/forms/now.ts";
import type { SiteChoices, SiteModel, SitesModel } from "../query.ts";
import { reportFrom, type SiteDraft, siteIsWrong } from "../site-draft.ts";
import { GroupsField } from "./groups.tsx";

/** What is known of a place now: a new site, or the whole of it brought up to date. */
export function ReportForm({
  rooms = [],
  site,
  choices,
  onDone,
}: {
  readonly rooms?: SitesModel["rooms"];
  readonly site?: SiteModel;
  readonly choices: SiteChoices;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const now = useNow();
  const tomorrow = useNow(24);
  const form = useForm<SiteDraft>(() => initial(site, rooms, now, tomorrow), siteIsWrong);
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const room = draft.room ?? "sites-a"; // the form has asked for it
    const report = reportFrom(draft);
    if (site) propose({ room, kind: "site.updated", payload: { site: site.id, ...report } }, onDone);
    else propose({ room, kind: "site.reported", payload: { code: draft.code.trim(), ...report } }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      {rooms.length > 1 && (
        <OneOf
          label={t("sites.form.room")}
          value={draft.room}
          choices={rooms}
          onChange={(room) => set({ room })}
          wrong={wrong("room")}
        />
      )}
      {!site && (
        <Field
          label={t("sites.code")}
          help={t("sites.form.code_help")}
          value={draft.code}
          onChange={(code) => set({ code })}
          wrong={wrong("code")}
          isRequired
        />
      )}
      <Group title={t("sites.position")}>
        <Field
          label={t("field.lat")}
          help={t("sites.form.degrees_help")}
          value={draft.lat}
          onChange={(lat) => set({ lat })}
          wrong={wrong("lat")}
        />
        <Field
          label={t("field.lon")}
          value={draft.lon}
          onChange={(lon) => set({ lon })}
          wrong={wrong("lon")}
        />
        <Field
          label={t("field.accuracyMetres")}
          value={draft.accuracy}
          onChange={(accuracy) => set({ accuracy })}
          wrong={wrong("accuracy")}
        />
        <Field
          label={t("forms.optional", { label: t("field.site.reported.zone") })}
          value={draft.zone}
          onChange={(zone) => set({ zone })}
        />
      </Group>
      <Choose
        label={t("sites.ground")}
        value={draft.ground}
        choices={choices.grounds}
        onChange={(ground) => set({ ground })}
        wrong={wrong("ground")}
      />
      <MomentField
        label={t("sites.reported")}
        value={draft.reportedAt}
        onChange={(reportedAt) => set({ reportedAt })}
        tried={tried}
        needsHour
      />
      <MomentField
        label={t("sites.until")}
        value={draft.validUntil}
        onChange={(validUntil) => set({ validUntil })}
        tried={tried}
        needsHour
      />
      <GroupsField
        groups={draft.groups}
        choices={choices}
        onChange={(groups) => set({ groups })}
        wrong={wrong("groups")}
      />
      {draft.groups.length > 0 && (
        <MomentField
          label={t("sites.last_word")}
          value={draft.lastReport}
          onChange={(lastReport) => set({ lastReport })}
          tried={tried}
          needsHour
        />
      )}
      <Group title={t("sites.remains")}>
        <Field
          label={t("field.low")}
          value={draft.low}
          onChange={(low) => set({ low })}
          wrong={wrong("low")}
        />
        <Field
          label={t("field.high")}
          value={draft.high}
          onChange={(high) => set({ high })}
          wrong={wrong("high")}
        />
      </Group>
      <Group title={t("sites.hazards")}>
        {choices.hazards.map(({ value, label }) => (
          <Tick
            key={value}
            isSelected={draft.hazards.includes(value)}
            onChange={(isThere) =>
              set({
                hazards: isThere ? [...draft.hazards, value] : draft.hazards.filter((one) => one !== value),
              })
            }
          >
            {label}
          </Tick>
        ))}
        <Field
          label={t("forms.optional", { label: t("field.hazardWords") })}
          value={draft.hazardWords}
          onChange={(hazardWords) => set({ hazardWords })}
        />
      </Group>
      <Field
        label={t("forms.optional", { label: t("sites.access") })}
        value={draft.access}
        onChange={(access) => set({ access })}
        lines
      />
      <MomentField
        label={t("sites.form.notice_from")}
        value={draft.noticeFrom}
        onChange={(noticeFrom) => set({ noticeFrom })}
        tried={tried}
        isOptional
      />
    </Form>
  );
}

function initial(
  site: SiteModel | undefined,
  rooms: SitesModel["rooms"],
  now: SiteDraft["reportedAt"],
  tomorrow: SiteDraft["reportedAt"],
): SiteDraft {
  const report = site?.report;
  return {
    room: site?.room ?? (rooms.length === 1 ? (rooms[0]?.value ?? null) : null),
    code: site?.code ?? "",
    lat: report ? String(report.position.lat / 1_000_000) : "",
    lon: report ? String(report.position.lon / 1_000_000) : "",
    accuracy: String(report?.position.accuracyMetres ?? 50),
    zone: report?.zone ?? "",
    ground: report?.ground ?? null,
    reportedAt: now,
    lastReport: now,
    validUntil: tomorrow,
    noticeFrom: { day: "", hour: "", zone: now.zone },
    groups: (report?.wounded ?? []).map(({ precedence, carriage, whose, count }, key) => ({
      key,
      precedence,
      carriage,
      whose,
      count: String(count),
    })),
    low: report?.remains ? String(report.remains.low) : "",
    high: report?.remains ? String(report.remains.high) : "",
    hazards: report?.hazards ?? [],
    hazardWords: report?.hazardWords ?? "",
    access: report?.access ?? "",
  };
}
