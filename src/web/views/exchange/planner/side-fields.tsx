import { useDesk } from "../../../app/desk-context.tsx";
import { Button, Choose, css, Field, Group } from "../../../design/index.ts";
import { linesIn } from "../../../design/lines-text.ts";
import own from "../exchange.module.css";
import { noSite, type SideTerms, type SiteTerms, siteIsWrong, wholeIsWrong } from "./terms.ts";

/** Places in each tranche for those who return to one side, and the sites at which they are held. */
export function SideFields({
  title,
  lists,
  value,
  onChange,
  tried,
}: {
  readonly title: string;
  readonly lists: readonly { readonly value: string; readonly label: string }[];
  readonly value: SideTerms;
  readonly onChange: (value: SideTerms) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const optional = (label: string) => t("forms.optional", { label });
  const set = (part: Partial<SideTerms>) => onChange({ ...value, ...part });
  const wrong = (text: string, isOptional = false) => {
    const key = tried ? wholeIsWrong(text, isOptional) : undefined;
    return key && t(key);
  };
  const { sites } = value;
  const shareIsWrong = tried && Number(value.noShow) > 100;
  return (
    <Group title={title}>
      <div className={own.terms}>
        {(["seat", "stretcher", "icu"] as const).map((mode) => (
          <Field
            key={mode}
            label={t(`exchange.mode.${mode}`)}
            type="number"
            value={value[mode]}
            onChange={(next) => set({ [mode]: next })}
            wrong={wrong(value[mode])}
          />
        ))}
        <Field
          label={t("exchange.terms.no_show")}
          type="number"
          value={value.noShow}
          onChange={(noShow) => set({ noShow })}
          wrong={shareIsWrong ? t("exchange.case.share_wrong") : wrong(value.noShow)}
        />
        {sites.length > 0 && (
          <Field
            label={optional(t("exchange.terms.pickups"))}
            type="number"
            value={value.pickups}
            onChange={(pickups) => set({ pickups })}
            wrong={wrong(value.pickups, true)}
          />
        )}
      </div>
      {sites.map((site, i) => (
        <SiteFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a site of a draft has no other name than its place
          key={i}
          lists={lists}
          value={site}
          onChange={(next) => set({ sites: sites.map((one, at) => (at === i ? next : one)) })}
          tried={tried}
        />
      ))}
      <p className={css.row}>
        <Button onPress={() => set({ sites: [...sites, noSite] })}>{t("exchange.terms.add_site")}</Button>
        {sites.length > 0 && (
          <Button look="plain" onPress={() => set({ sites: sites.slice(0, -1) })}>
            {t("exchange.terms.remove_site")}
          </Button>
        )}
      </p>
    </Group>
  );
}

function SiteFields({
  lists,
  value,
  onChange,
  tried,
}: {
  readonly lists: readonly { readonly value: string; readonly label: string }[];
  readonly value: SiteTerms;
  readonly onChange: (value: SiteTerms) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const set = (part: Partial<SiteTerms>) => onChange({ ...value, ...part });
  const wrong = tried ? siteIsWrong(value) : undefined;
  const at = (key: typeof wrong) => (wrong !== undefined && wrong === key ? t(wrong) : undefined);
  return (
    <div className={own.terms}>
      <Field
        label={t("exchange.terms.site")}
        help={t("exchange.terms.site_help")}
        value={value.code}
        onChange={(code) => set({ code })}
        wrong={at("exchange.case.site_wrong")}
      />
      <Choose
        label={t("field.list")}
        value={value.list}
        choices={lists}
        onChange={(list) => set({ list })}
        wrong={at("forms.choose")}
      />
      <Field
        label={t("field.lines")}
        help={t("exchange.f.lines_help")}
        value={value.lines}
        onChange={(lines) => set({ lines })}
        wrong={linesIn(value.lines) === undefined ? at("exchange.f.lines_wrong") : undefined}
      />
      <Field
        label={t("forms.optional", { label: t("exchange.terms.bus") })}
        type="number"
        value={value.bus}
        onChange={(bus) => set({ bus })}
        wrong={at("exchange.case.whole_wrong")}
      />
    </div>
  );
}
