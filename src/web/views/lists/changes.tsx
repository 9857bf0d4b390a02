import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Empty, Mark, Page, Rows } from "../../design/index.ts";
import { useFieldWords } from "./use-field-words.ts";

/** What is new in a version against the one before: added, removed and changed lines, field by field. */
export function ChangesPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const fieldWord = useFieldWords();
  const list = useQuery("lists.one", id);
  const model = useQuery("lists.changes", id);
  return (
    <Page
      title={t("lists.changes")}
      intro={list?.title}
      actions={<Link href={`/lists/${id}`}>{t("lists.back_to_list")}</Link>}
    >
      {model && list && (
        <>
          <p>{t("lists.changes_sum", { n: model.changes.length + model.more, same: model.same })}</p>
          {list.content !== "read" && <Empty>{t("lists.content.absent")}</Empty>}
          {model.changes.length > 0 && (
            <Rows
              label={t("lists.changes")}
              heads={[
                t("field.line"),
                t("lists.column.name"),
                t("lists.column.change"),
                t("lists.column.before"),
                t("lists.column.after"),
              ]}
            >
              <tbody>
                {model.changes.map(({ kind, line, name, fields }) => (
                  <tr key={`${kind} ${line}`}>
                    <td>{line}</td>
                    <th scope="row" lang="">
                      {name}
                    </th>
                    <td>
                      <Mark>{t(`lists.change.${kind}`)}</Mark>
                    </td>
                    <td>
                      {fields.map(({ field, before }) => (
                        <p key={field}>
                          {fieldWord(field)}: <span lang="">{before ?? "–"}</span>
                        </p>
                      ))}
                    </td>
                    <td>
                      {fields.map(({ field, after }) => (
                        <p key={field}>
                          {fieldWord(field)}: <span lang="">{after ?? "–"}</span>
                        </p>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Rows>
          )}
          {model.more > 0 && <p>{t("lists.more", { n: model.more })}</p>}
        </>
      )}
    </Page>
  );
}
