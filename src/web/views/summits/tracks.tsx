import { useDesk } from "../../app/desk-context.tsx";
import { css, FormButton, Mark, Rows, SaidLine, Section, Sheet, weightOf } from "../../design/index.ts";
import { TrackForm } from "./forms/track.tsx";
import type { MeetingModel, TrackCell, TrackRow } from "./meeting-query.ts";
import own from "./summits.module.css";

/** What has to be prepared, and each one's own word and value on it. */
export function Tracks({ meeting }: { readonly meeting: MeetingModel }) {
  const { t } = useDesk();
  const { id, tracks, columns, may } = meeting;
  return (
    <Section
      title={t("summits.tracks")}
      actions={
        may.setTrack && (
          <FormButton label={t("summits.do.track")}>
            {(close) => <TrackForm summit={id} tracks={tracks.map(({ track }) => track)} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("summits.tracks_words")}</p>
      <Sheet>
        <Rows
          label={t("forms.table", { title: t("summits.tracks") })}
          heads={[t("summits.col.track"), ...columns.map(({ name }) => name), t("summits.col.joint")]}
        >
          <tbody>
            {tracks.map((row) => (
              <Row key={row.track.code} row={row} columns={columns} />
            ))}
          </tbody>
        </Rows>
      </Sheet>
    </Section>
  );
}

function Row({ row, columns }: { readonly row: TrackRow; readonly columns: MeetingModel["columns"] }) {
  const { t } = useDesk();
  const { track, cells, status, differs } = row;
  return (
    <tr>
      <th scope="row">{track.words}</th>
      {columns.map(({ office }, i) => (
        <td key={office} className={own.cell}>
          <Cell cell={cells[i] ?? null} />
        </td>
      ))}
      <td>
        <Mark weight={weightOf(status.code)}>{status.words}</Mark>
        {differs && <p className={css.small}>{t("summits.values_differ")}</p>}
      </td>
    </tr>
  );
}

function Cell({ cell }: { readonly cell: TrackCell | null }) {
  const { t } = useDesk();
  if (!cell) return <span className={css.small}>{t("summits.nothing_said")}</span>;
  return (
    <div className={own.side}>
      <div>
        <Mark weight={weightOf(cell.word.code)}>{cell.word.words}</Mark>
      </div>
      {cell.value && <p>{cell.value}</p>}
      <SaidLine said={cell.said} source={cell.source} />
    </div>
  );
}
