import { useId, useRef, useState } from "react";
import { useDesk } from "../app/desk-context.tsx";
import { Button } from "./controls.tsx";
import css from "./design.module.css";

/** One labelled field of files of this device, in the reader's language where a browser would use its own. */
export function FileField({
  label,
  help,
  wrong,
  types,
  isMany,
  isDisabled,
  onFiles,
}: {
  readonly label: string;
  readonly help?: string;
  readonly wrong?: string | undefined;
  readonly types: readonly string[];
  readonly isMany?: boolean;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useDesk();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) => {
    setChosen(files);
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className={css.field}>
      <label id={`${id}-label`} className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={css.row}>
        <input
          ref={input}
          id={id}
          type="file"
          hidden
          accept={types.join(",")}
          multiple={isMany ?? false}
          disabled={isDisabled ?? false}
          onChange={(event) => take([...(event.target.files ?? [])])}
        />
        <Button
          aria-describedby={`${id}-label`}
          isDisabled={isDisabled ?? false}
          onPress={() => input.current?.click()}
        >
          {t("forms.choose_file")}
        </Button>
        <span className={css.help}>{chosen.map(({ name }) => name).join(", ")}</span>
      </div>
      {help && <p className={css.help}>{help}</p>}
      {wrong && <p className={css.wrong}>{wrong}</p>}
    </div>
  );
}
