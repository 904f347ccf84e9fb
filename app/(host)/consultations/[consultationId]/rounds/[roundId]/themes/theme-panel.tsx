"use client";

import { useTranslations } from "next-intl";
import { type Key, useState } from "react";
import {
  Checkbox,
  GridList,
  GridListItem,
  isTextDropItem,
  type Selection,
  useDragAndDrop,
} from "react-aria-components";
import { themePhrase } from "@/domain/consensus/ladder/theme";
import { SMALLEST_SHOWN } from "@/domain/disclosure/cell";
import { type Codings, NO_CHANGE } from "@/domain/themes/coding";
import { countsOf } from "@/domain/themes/progress";
import { ANSWER_TYPE } from "./answer-row";
import { ThemeActs, type ThemeActsProps } from "./theme-acts";
import { WordingForm } from "./wording-form";

type ThemePanelProps = Omit<ThemeActsProps, "chosen" | "onDone"> & {
  /** A theme that is being worded: for an answer, or for none. */
  readonly wording: { readonly answerId: string | null } | null;
  /** Whether it is worded for a note from the floor. */
  readonly ofNote: boolean;
  /** What is coded of notes from the floor, apart from what is coded of answers; null where there are none to count. */
  readonly noted: Codings | null;
  readonly onNewTheme: () => void;
  readonly onAdd: (id: string, wording: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** How many answers of how many raise a theme, as the bench shows it: one and two alike. */
function Count({ count, all }: { readonly count: number; readonly all: number }) {
  const t = useTranslations("themes");
  if (count === 1 || count === 2) return <span className="cnt held">{t("oneOrTwo")}</span>;
  return <span className="cnt">{t.rich("count", { count, all, b: (chunks) => <b>{chunks}</b> })}</span>;
}

/** How many notes from the floor raise a theme, said beside the answers and never with them. */
function Noted({ count }: { readonly count: number }) {
  const t = useTranslations("floor.bench");
  if (count === 0) return null;
  return <span className="ph">{count < SMALLEST_SHOWN ? t("notedFew") : t("noted", { count })}</span>;
}

/** The themes of an item: to drop answers on, to choose and to change. */
export function ThemePanel(props: ThemePanelProps) {
  const { answers, codings, send, wording, ofNote, noted, onNewTheme, onAdd, onClose } = props;
  const t = useTranslations("themes");
  const tFloor = useTranslations("floor.bench");
  const [selected, setSelected] = useState<ReadonlySet<Key>>(new Set());
  const counts = countsOf(codings);
  const all = answers.length;
  const notedCounts = noted && countsOf(noted);
  const barred = new Set(answers.flatMap(({ id, mayBeReflected }) => (mayBeReflected ? [] : [id])));

  const { dragAndDropHooks } = useDragAndDrop({
    acceptedDragTypes: [ANSWER_TYPE],
    getDropOperation: ({ type }) => (type === "item" ? "move" : "cancel"),
    onItemDrop: async ({ items, target }) => {
      const dropped = await Promise.all(
        items.filter(isTextDropItem).map((item) => item.getText(ANSWER_TYPE)),
      );
      const set = dropped
        .filter((id) => !barred.has(id))
        .map((answerId) => ({ answerId, themeId: String(target.key) }));
      const clear = set.map(({ answerId }) => ({ answerId, themeId: null }));
      if (set.length > 0) await send({ ...NO_CHANGE, set, clear });
    },
  });

  // A theme that another has removed meanwhile is chosen no longer.
  const chosen = codings.themes.filter(({ id }) => selected.has(id));
  return (
    <section className="panel" aria-labelledby="themes">
      <div className="panel-title">
        <h2 id="themes">{t("panel")}</h2>
        <button type="button" className="btn quiet small" onClick={onNewTheme}>
          {t("newTheme")}
        </button>
      </div>
      <p className="fine">{t("panelHelp")}</p>
      {wording !== null && (
        <WordingForm
          about={wording.answerId}
          title={t("newTheme")}
          label={t("wordingLabel")}
          save={wording.answerId === null ? t("add") : ofNote ? tFloor("addAndCode") : t("addAndCode")}
          answers={answers}
          onSave={(words) => onAdd(crypto.randomUUID(), words)}
          onClose={onClose}
        />
      )}
      <GridList
        aria-label={t("panel")}
        className="theme-list"
        items={codings.themes}
        dependencies={[codings, noted, all]}
        selectionMode="multiple"
        selectedKeys={chosen.map(({ id }) => id)}
        onSelectionChange={(keys: Selection) =>
          setSelected(keys === "all" ? new Set(codings.themes.map(({ id }) => id)) : keys)
        }
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="withheld">{t("noThemes")}</p>}
      >
        {({ id, number, wording: words }) => (
          <GridListItem id={id} textValue={t("dropHere", { theme: words })} className="theme">
            <Checkbox slot="selection" className="check tight" aria-label={t("select", { theme: words })}>
              <span className="box" aria-hidden="true" />
            </Checkbox>
            <span className="nm">
              <b>{number}</b>
              {words}
            </span>
            <Count count={counts.get(id) ?? 0} all={all} />
            <span className="ph">{t(`phrases.${themePhrase(counts.get(id) ?? 0, all)}`)}</span>
            <Noted count={notedCounts?.get(id) ?? 0} />
          </GridListItem>
        )}
      </GridList>
      <ThemeActs {...props} chosen={chosen} onDone={() => setSelected(new Set())} />
    </section>
  );
}
