import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css } from "../../design/index.ts";
import line from "./lineday.module.css";

/** Reads the QR code in a camera's picture; "" where there is none. */
type Reader = (from: HTMLVideoElement) => Promise<string>;
type Detector = {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** Whether this browser lets a page ask for a camera: not without a secure connection. */
export function hasCamera(): boolean {
  return "mediaDevices" in navigator;
}

// The browser's own reader (Shape Detection API) where it knows QR codes; else ours, loaded when it is needed.
async function readerHere(): Promise<Reader> {
  const Class = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector; // not every browser has one
  const formats = (await Class?.getSupportedFormats().catch(() => [])) ?? []; // a browser without the system's service
  if (!Class || !formats.includes("qr_code")) return (await import("./picture-reader.ts")).readPicture;
  const detector = new Class({ formats: ["qr_code"] });
  return async (video) => {
    const found = await detector.detect(video).catch(() => []); // a picture that has not come yet
    return found[0]?.rawValue ?? "";
  };
}

const lookMs = 200;
/** A code that is out of sight for this long is told again. */
const forgetMs = 1_500;

/** The camera's picture; tells each code once as long as it stays in sight. Nothing of it is kept or sent. */
export function Camera({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useDesk();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  told.current = onText;
  const [failure, setFailure] = useState<"refused" | "no_camera">();
  useEffect(() => {
    const screen = video.current;
    if (!screen) return;
    let stream: MediaStream | undefined;
    let isOver = false;
    const watch = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (isOver) return stop(stream);
      screen.srcObject = stream;
      const read = await readerHere();
      let last = { text: "", at: 0 };
      while (!isOver) {
        const text = screen.readyState >= screen.HAVE_CURRENT_DATA ? await read(screen) : "";
        const at = performance.now();
        if (text !== "" && !isOver) {
          if (text !== last.text || at - last.at > forgetMs) told.current(text);
          last = { text, at };
        }
        await new Promise((done) => setTimeout(done, lookMs));
      }
    };
    watch().catch((error: unknown) => {
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      setFailure(isRefused ? "refused" : "no_camera");
    });
    return () => {
      isOver = true;
      if (stream) stop(stream);
    };
  }, []);
  if (failure)
    return (
      <p className={css.wrong} role="alert">
        {t(`lineday.scan.${failure}`)}
      </p>
    );
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

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
