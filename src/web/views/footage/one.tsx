import { useState } from "react";
import type { CoverPlan, FootageLack, Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { useWork } from "../../app/use-work.ts";
import {
  Button,
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  Page,
  Refused,
  SaidLine,
  Section,
} from "../../design/index.ts";
import { Editor } from "./editor.tsx";
import { HeldForm, MadeForm, MarkForm, WordsForm } from "./forms.tsx";
import { Played, useAddress } from "./played.tsx";
import type { Choices, FootageModel, FootagesModel, MadeModel, PersonModel } from "./query.ts";
import { spanText } from "./sound.tsx";

type Props = {
  readonly model: FootageModel;
  readonly room: Room;
  readonly may: FootagesModel["may"];
  readonly choices: Choices;
};

/** One piece of footage in its press room: who is in it, what is covered, and what its release lacks. */
export function OneFootage(props: Props) {
  const { model, room, may } = props;
  const { t } = useDesk();
  const { id, persons, original, credentials, source, said, isViewed } = model;
  const propose = useSigning();
  return (
    <Page title={model.title} intro={t("footage.withheld")}>
      <Section title={t("footage.original")}>
        <Facts
          rows={[
            [t("forms.source"), source],
            ["SHA-256", original.sha256],
            [
              t("footage.credentials"),
              [t(`word.${credentials.found}`), credentials.generator].filter(Boolean).join(" · "),
            ],
          ]}
        />
        <SaidLine said={said} named />
      </Section>
      <Section
        title={t("footage.persons")}
        actions={
          <>
            {may.mark && (
              <FormButton label={t("footage.mark")}>
                {(close) => <MarkForm room={room} model={model} choices={props.choices} onDone={close} />}
              </FormButton>
            )}
            {may.state && (
              <Button
                onPress={() =>
                  propose({ room, kind: "footage.viewed", payload: { footage: id, persons: persons.length } })
                }
              >
                {t("footage.view")}
              </Button>
            )}
            {may.state && persons.length > 0 && (
              <FormButton label={t("footage.interest")}>
                {(close) => (
                  <WordsForm
                    label={t("field.reason")}
                    draftOf={(reason) => ({
                      room,
                      kind: "footage.interest_stated",
                      payload: { footage: id, persons: persons.map(({ person }) => person), reason },
                    })}
                    onDone={close}
                  />
                )}
              </FormButton>
            )}
          </>
        }
      >
        <p className={css.small}>{t(isViewed ? "footage.is_viewed" : "footage.not_viewed")}</p>
        {persons.length === 0 && <Empty>{t("footage.no_persons")}</Empty>}
        <ul className={css.items}>
          {persons.map((one) => (
            <Person key={one.person} one={one} {...props} />
          ))}
        </ul>
        {model.interests.map((one) => (
          <p key={one.id} className={css.row}>
            {t("footage.interest")}: {one.reason} · {one.by}
            <Mark weight={one.isSigned ? "firm" : "waiting"}>
              {t(one.isSigned ? "footage.signed_twice" : "footage.signed_once")}
            </Mark>
            {one.maySign && (
              <Button
                onPress={() =>
                  propose({ room, kind: "footage.interest_signed", payload: { interest: one.id } })
                }
              >
                {t("footage.sign_second")}
              </Button>
            )}
          </p>
        ))}
      </Section>
      {may.mark && <Covering {...props} />}
      <Section title={t("footage.files")}>
        {model.files.length === 0 && <Empty>{t("footage.no_files")}</Empty>}
        {model.files.map((file) => (
          <Made key={file.id} file={file} model={model} may={may} />
        ))}
      </Section>
    </Page>
  );
}

function Person({ one, model, room, may }: Props & { readonly one: PersonModel }) {
  const { t } = useDesk();
  const propose = useSigning();
  const { person, marked, held, consents } = one;
  const footage = model.id;
  const name = t("footage.person", { person });
  const said = held ? `${t(`word.${held.himself}`)} / ${t(`word.${held.comrades}`)}` : t("footage.no_word");
  return (
    <li className={`${css.sheet} ${css.lines}`} aria-label={name}>
      <p className={css.row}>
        <strong>{name}</strong>
        <Mark weight={consents ? "firm" : "waiting"}>
          {t(consents ? "footage.consents" : "footage.no_consent")}
        </Mark>
      </p>
      <p>
        {t("field.whenFilmed")}: {t(`word.${marked.whenFilmed}`)} · {t("field.now")}:{" "}
        {t(`word.${marked.now}`)}
      </p>
      <p className={css.small}>
        {marked.shownBy.map((way) => t(`word.${way}`)).join(", ")} · {t("footage.held")}: {said}
      </p>
      <p className={css.row}>
        {may.check && (
          <FormButton label={t("footage.check", { person })}>
            {(close) => <HeldForm room={room} footage={footage} person={person} onDone={close} />}
          </FormButton>
        )}
        {may.ask && !consents && (
          <FormButton label={t("footage.ask", { person })}>
            {(close) => (
              <WordsForm
                label={t("footage.consent_words")}
                draftOf={(words) => ({
                  room,
                  kind: "footage.consent_given",
                  payload: { footage, person, at: new Date().toISOString(), words, language: t.language },
                })}
                onDone={close}
              />
            )}
          </FormButton>
        )}
        {may.ask && consents && (
          <Button
            onPress={() =>
              propose({
                room,
                kind: "footage.consent_withdrawn",
                payload: { footage, person, at: new Date().toISOString() },
              })
            }
          >
            {t("footage.withdraw", { person })}
          </Button>
        )}
      </p>
    </li>
  );
}

function Covering({ model, room, choices }: Props) {
  const { t } = useDesk();
  const work = useWork("openFootage");
  const address = useAddress(work.value);
  const [cover, setCover] = useState<CoverPlan>({ boxes: [], sound: "muted_whole", muted: [] });
  return (
    <Section
      title={t("footage.covering")}
      actions={
        <FormButton label={t("footage.enter_made")}>
          {(close) => <MadeForm room={room} footage={model.id} cover={cover} onDone={close} />}
        </FormButton>
      }
    >
      {work.refusal && <Refused refusal={work.refusal} />}
      {address ? (
        <Editor
          address={address}
          isStill={work.value?.mediaType.startsWith("image/") ?? false}
          persons={model.persons.map(({ person }) => person)}
          ways={choices.seen}
          cover={cover}
          onChange={setCover}
        />
      ) : (
        <div className={css.row}>
          <Button onPress={() => void work.start(model.original)} isDisabled={work.isRunning}>
            {t("footage.open")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Made({
  file,
  model,
  may,
}: {
  readonly file: MadeModel;
  readonly model: FootageModel;
  readonly may: FootagesModel["may"];
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const lay = useWork("layOutFootage");
  const { made, cover, gate, said, reason, isOut } = file;
  const lacks = ({ what, person }: FootageLack) =>
    person === undefined
      ? t(`word.lacks_${what}`)
      : `${t("footage.person", { person })}: ${t(`word.lacks_${what}`)}`;
  const release = async () => {
    await lay.start(file.id);
    propose({
      room: "public",
      kind: "footage.released",
      payload: {
        title: model.title,
        file: { digest: made.sha256, bytes: made.bytes, mediaType: made.mediaType },
        ground: gate.ground,
        ...(reason === undefined ? {} : { reason }),
        boxes: cover.boxes.length,
        sound: cover.sound,
      },
    });
  };
  return (
    <article className={`${css.sheet} ${css.lines}`} aria-label={made.sha256.slice(0, 8)}>
      <p className={css.row}>
        <Mark weight={gate.lacks.length === 0 ? "firm" : "waiting"}>
          {t(gate.lacks.length === 0 ? "footage.gate_open" : "footage.gate_closed")}
        </Mark>
        {t("footage.cover_summary", { boxes: cover.boxes.length })} · {t(`word.${cover.sound}`)}
      </p>
      {cover.muted.length > 0 && (
        <p className={css.small}>
          {cover.muted
            .map((span) =>
              [
                spanText(t, span),
                ...(span.person === undefined ? [] : [t("footage.person", { person: span.person })]),
              ].join(" · "),
            )
            .join("; ")}
        </p>
      )}
      {gate.lacks.length > 0 && (
        <div>
          <p className={css.label}>{t("footage.lacks")}</p>
          <ul className={css.small} aria-label={t("footage.lacks")}>
            {gate.lacks.map((one) => (
              <li key={`${one.what} ${one.person}`}>{lacks(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <SaidLine said={said} named />
      <p className={css.row}>
        <Played file={made} label={t("footage.covered")} />
        {may.mark && gate.lacks.length === 0 && !isOut && (
          <Button look="main" onPress={() => void release()} isDisabled={lay.isRunning}>
            {t("footage.release")}
          </Button>
        )}
      </p>
      {lay.refusal && <Refused refusal={lay.refusal} />}
    </article>
  );
}
