import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import { nodeNamed, nodeWords } from "../node-words.ts";

type NodeDraft = { readonly chosen: string | null; readonly named: string };
const another = " another";

const nodeOf = ({ chosen, named }: NodeDraft) =>
  chosen === another ? nodeNamed(named) : (chosen ?? undefined);

function nodeIsWrong(draft: NodeDraft) {
  if (draft.chosen === null) return "forms.choose" as const;
  return nodeOf(draft) === undefined ? ("summits.f.name_wrong" as const) : undefined;
}

/** This party holds that one thing cannot come before another. */
export function ConditionForm({
  summit,
  nodes,
  onDone,
}: {
  readonly summit: string;
  /** What the conditions so far have named. */
  readonly nodes: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const noNode: NodeDraft = { chosen: null, named: "" };
  const form = useForm({ requires: noNode, node: noNode, words: "", source: useOwnWords() }, (draft) => ({
    requires: nodeIsWrong(draft.requires),
    node:
      nodeIsWrong(draft.node) ??
      (nodeOf(draft.node) === nodeOf(draft.requires) ? ("summits.f.same_node" as const) : undefined),
    words: textIsWrong(draft.words),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const [node, requires] = [nodeOf(draft.node), nodeOf(draft.requires)];
    const payload = { summit, node, requires, words: draft.words.trim(), source: sourceOf(draft.source) };
    propose({ room: "plenary", kind: "summit.condition_set", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <NodeField
        label={t("summits.f.requires")}
        nodes={nodes}
        value={draft.requires}
        onChange={(requires) => set({ requires })}
        wrong={wrong("requires")}
      />
      <NodeField
        label={t("summits.f.node")}
        nodes={nodes}
        value={draft.node}
        onChange={(node) => set({ node })}
        wrong={wrong("node")}
      />
      <Field
        label={t("summits.words")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}

function NodeField({
  label,
  nodes,
  value,
  onChange,
  wrong,
}: {
  readonly label: string;
  readonly nodes: readonly string[];
  readonly value: NodeDraft;
  readonly onChange: (value: NodeDraft) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const isAnother = value.chosen === another;
  return (
    <>
      <Choose
        label={label}
        value={value.chosen}
        choices={[
          ...nodes.map((node) => ({ value: node, label: nodeWords(t, node) })),
          { value: another, label: t("summits.f.another") },
        ]}
        onChange={(chosen) => onChange({ ...value, chosen })}
        wrong={isAnother ? undefined : wrong}
      />
      {isAnother && (
        <Field
          label={t("summits.f.named")}
          help={t("summits.f.named_help")}
          value={value.named}
          onChange={(named) => onChange({ ...value, named })}
          wrong={wrong}
          isRequired
        />
      )}
    </>
  );
}
