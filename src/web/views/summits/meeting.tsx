import { MeetingPage } from "./meeting-page.tsx";
import { MeetingsPage } from "./meetings-page.tsx";

/** The leaders' meeting: all that were proposed, or one of them. */
export default function Meeting({ parts }: { readonly parts: readonly string[] }) {
  const [id] = parts;
  return id === undefined ? <MeetingsPage /> : <MeetingPage id={id} />;
}
