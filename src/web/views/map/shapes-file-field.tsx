import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { FileField, Notice } from "../../design/index.ts";
import { type FileFault, type Shapes, shapesIn } from "../../map/shapes-file.ts";
import { RowReport } from "./row-report.tsx";

/** A file of lines and areas; of each row it says what became of it. */
export function ShapesFileField({
  label,
  onRead,
  wrong,
}: {
  readonly label: string;
  readonly onRead: (shapes: Shapes) => void;
  readonly wrong?: string | undefined;
}) {
  const { t } = useDesk();
  const [read, setRead] = useState<Shapes | { readonly fault: FileFault }>();
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const found = await shapesIn(file.name, new Uint8Array(await file.arrayBuffer()));
    setRead(found);
    onRead("fault" in found ? { lines: [], areas: [], rows: [] } : found);
  };
  return (
    <>
      <FileField
        label={label}
        help={t("map.f.file_help")}
        wrong={wrong}
        types={[".geojson", ".json", ".csv", ".kml"]}
        onFiles={(files) => void take(files)}
      />
      {read && "fault" in read && <Notice tone="attention">{t(`map.f.file.${read.fault}`)}</Notice>}
      {read && "rows" in read && read.rows.length > 0 && <RowReport rows={read.rows} />}
    </>
  );
}
