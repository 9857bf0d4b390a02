import { MissionBoard } from "./board.tsx";
import { MissionPage } from "./mission-page.tsx";

/** Missions: the board, or one of them. */
export default function Missions({ parts: [id] }: { readonly parts: readonly string[] }) {
  return id === undefined ? <MissionBoard /> : <MissionPage key={id} id={id} />;
}
