import { useState } from "react";
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
import type { LngLat } from "../../map/mercator.ts";
import type { Shapes } from "../../map/shapes-file.ts";
import { nothingShown } from "../../map/shown.ts";
import { thinned } from "../../map/thinned.ts";
import type { MapModel } from "./query.ts";
import { ShapesFileField } from "./shapes-file-field.tsx";

/** What the record takes of a line. */
const [mostPoints, mostPieces] = [2_000, 40];

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
  const [off, setOff] = useState(0);
  const form = useForm(
    {
      title: "",
      room: (rooms.length === 1 ? (rooms[0]?.value ?? null) : null) as Room | null, // until one is chosen
      asOf: useNoMoment(),
      source: useOwnWords(),
      lines: [] as readonly (readonly LngLat[])[], // until a file is read
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      room: draft.room === null ? "forms.choose" : undefined,
      asOf: asOfIsWrong(draft.asOf),
      source: sourceIsWrong(draft.source),
      lines:
        draft.lines.length === 0
          ? "map.f.file_needed"
          : draft.lines.length > mostPieces
            ? "map.f.too_many_pieces"
            : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const take = ({ lines: read }: Shapes) => {
    const { lines, metres } = thinned(
      read.map(({ points }) => points),
      mostPoints,
    );
    setOff(metres);
    set({ lines, ...(draft.title === "" ? { title: read[0]?.name ?? "" } : {}) });
  };
  const ready = () =>
    propose(
      {
        room: draft.room ?? "humanitarian",
        kind: "contact.claimed",
        payload: {
          title: draft.title.trim(),
          asOf: momentOf(draft.asOf),
          pieces: draft.lines,
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <ShapesFileField label={t("map.f.file")} onRead={take} wrong={wrong("lines")} />
      {off > 0 && <Notice>{t("map.f.thinned", { n: draft.lines.flat().length, metres: off })}</Notice>}
      {draft.lines.length > 0 && (
        <GroundMap
          label={t("map.f.preview")}
          shown={{
            ...nothingShown,
            lines: draft.lines.map((points, n) => ({
              id: `${n}`,
              label: draft.title,
              place: 0,
              pieces: [points],
            })),
          }}
        />
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
