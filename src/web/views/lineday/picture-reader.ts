import decodeQR from "qr/decode.js";

/** The side of the square in which a code is looked for: smaller is quicker, larger sees farther. */
const side = 480;
const canvas = new OffscreenCanvas(side, side);
const drawing = canvas.getContext("2d", { willReadFrequently: true });

/** Reads the QR code in the middle square of a camera's picture; "" where there is none. */
export async function readPicture(video: HTMLVideoElement): Promise<string> {
  const { videoWidth, videoHeight } = video;
  const square = Math.min(videoWidth, videoHeight);
  if (!drawing || square === 0) return "";
  const [x, y] = [(videoWidth - square) / 2, (videoHeight - square) / 2];
  drawing.drawImage(video, x, y, square, square, 0, 0, side, side);
  try {
    return decodeQR(drawing.getImageData(0, 0, side, side));
  } catch {
    return ""; // the decoder throws where it finds no code
  }
}
