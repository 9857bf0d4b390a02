import { useEffect, useState } from "react";
import type { SealedFile } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useWork } from "../../app/use-work.ts";
import { Button, Refused } from "../../design/index.ts";
import own from "./footage.module.css";

/** An address in this page for some bytes; given back when they are not shown any more. */
export function useAddress(file: { readonly bytes: Uint8Array; readonly mediaType: string } | undefined) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type: file.mediaType })); // never shared memory
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

/** A file that is opened on this device when it is asked for, and played. */
export function Played({ file, label }: { readonly file: SealedFile | string; readonly label: string }) {
  const { t } = useDesk();
  const sealed = useWork("openFootage");
  const open = useWork("openReleased");
  const work = typeof file === "string" ? open : sealed;
  const address = useAddress(work.value);
  const start = () => void (typeof file === "string" ? open.start(file) : sealed.start(file));
  if (address) {
    const kind = work.value?.mediaType ?? "";
    return (
      <span className={own.opened}>
        {kind.startsWith("image/") ? (
          <img className={own.played} src={address} alt={label} />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: the words of those who are heard are not written down anywhere
          <video className={own.played} src={address} controls aria-label={label} />
        )}
        <a href={address} download={`${label}.${kind.split("/")[1]}`}>
          {t("footage.download")}
        </a>
      </span>
    );
  }
  return (
    <>
      <Button onPress={start} isDisabled={work.isRunning}>
        {t("footage.play")}
      </Button>
      {work.refusal && <Refused refusal={work.refusal} />}
    </>
  );
}
