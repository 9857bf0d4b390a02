import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css } from "../../design/index.ts";
import line from "./lineday.module.css";

type Detector = {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

// Not every browser has one (Shape Detection API); where there is none, codes are typed.
function detectorClass(): DetectorClass | undefined {
  return (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
}

/** Whether this browser reads QR codes by itself. */
export function canScan(): boolean {
  return detectorClass() !== undefined && "mediaDevices" in navigator;
}

const lookMs = 250;

/** The camera's picture; tells each code once as long as it stays in sight. Nothing of it is kept or sent. */
export function Camera({
  onText,
  onEnd,
}: {
  readonly onText: (text: string) => void;
  readonly onEnd: () => void;
}) {
  const { t } = useDesk();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onText, onEnd });
  told.current = { onText, onEnd };
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const Class = detectorClass();
    const screen = video.current;
    if (!Class || !screen) return;
    const detector = new Class({ formats: ["qr_code"] });
    let stream: MediaStream | undefined;
    let last = "";
    let isOver = false;
    const look = async () => {
      const found = await detector.detect(screen).catch(() => []); // a picture that has not come yet
      const text = found[0]?.rawValue ?? "";
      if (text !== "" && text !== last && !isOver) told.current.onText(text);
      last = text;
    };
    const timer = setInterval(() => void look(), lookMs);
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
      (given) => {
        stream = given;
        if (isOver) for (const track of given.getTracks()) track.stop();
        else screen.srcObject = given;
      },
      () => setRefused(true),
    );
    return () => {
      isOver = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  if (isRefused) return <p className={css.small}>{t("lineday.scan.no_camera")}</p>;
  return (
    <video
      ref={video}
      className={line.camera}
      autoPlay
      muted
      playsInline
      aria-label={t("lineday.scan.picture")}
    />
  );
}
