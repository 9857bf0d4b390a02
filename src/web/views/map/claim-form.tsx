import { type ChangeEvent, useId, useState } from "react";
import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  css,
  Field,
  Form,
  type MomentDraft,
  MomentField,
  momentOf,
  Notice,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../design/index.ts";
import { GroundMap } from "../../map/map.tsx";
import { type Shapes, shapesIn } from "../../map/shapes-file.ts";
import { nothingShown } from "../../map/shown.ts";
import type { MapModel } from "./query.ts";
import { RowReport } from "./row-report.tsx";

/** One's own line of contact out of a file, looked at before it is said. */
export function ClaimForm({
  rooms,
  onDone,
}: {
  readonly rooms: MapModel["rooms"];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const id = useId();
  const [shapes, setShapes] = useState<Shapes | "none">();
  const form = useForm(
    {
      title: "",
      room: (rooms.length === 1 ? (rooms[0]?.value ?? null) : null) as Room | null, // until one is chosen
      asOf: useNoMoment(),
      source: useOwnWords(),
      lines: [] as Shapes["lines"], // until a file is read
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      room: draft.room === null ? "forms.choose" : undefined,
      asOf: asOfIsWrong(draft.asOf),
      source: sourceIsWrong(draft.source),
      lines: draft.lines.length === 0 ? "map.f.file_needed" : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    const read = shapesIn(file.name, await file.text());
    setShapes(read ?? "none");
    set({ lines: read?.lines ?? [], ...(draft.title === "" ? { title: read?.lines[0]?.name ?? "" } : {}) });
  };
  const ready = () =>
    propose(
      {
        room: draft.room ?? "humanitarian",
        kind: "contact.claimed",
        payload: {
          title: draft.title.trim(),
          asOf: momentOf(draft.asOf),
          pieces: draft.lines.map(({ points }) => points),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <div className={css.field}>
        <label className={css.label} htmlFor={id}>
          {t("map.f.file")}
        </label>
        <input id={id} type="file" accept=".geojson,.json,.csv,.kml" onChange={(event) => void take(event)} />
        <p className={css.help}>{t("map.f.file_help")}</p>
        {wrong("lines") && <p className={css.wrong}>{wrong("lines")}</p>}
      </div>
      {shapes === "none" && <Notice tone="attention">{t("map.f.file_wrong")}</Notice>}
      {shapes && shapes !== "none" && (
        <>
          <RowReport rows={shapes.rows} />
          <GroundMap
            label={t("map.f.preview")}
            shown={{
              ...nothingShown,
              lines: shapes.lines.map(({ name, points }, n) => ({
                id: `${n}`,
                label: name,
                place: 0,
                pieces: [points],
              })),
            }}
          />
        </>
      )}
      <Field
        label={t("field.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      <MomentField
        label={t("map.f.as_of")}
        value={draft.asOf}
        onChange={(asOf) => set({ asOf })}
        tried={tried}
      />
      {tried && wrong("asOf") && <p className={css.wrong}>{wrong("asOf")}</p>}
      {rooms.length > 1 && (
        <OneOf
          label={t("map.f.room")}
          value={draft.room}
          choices={rooms}
          onChange={(room) => set({ room })}
          wrong={wrong("room")}
        />
      )}
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}

// A line moves within a day: the hour is said.
function asOfIsWrong(draft: MomentDraft) {
  const said = momentOf(draft);
  return said === undefined || said.length === 10 ? ("map.f.hour_needed" as const) : undefined;
}
