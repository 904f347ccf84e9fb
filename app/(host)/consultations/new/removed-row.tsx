import { useTranslations } from "next-intl";
import { lastRemoved, type RowRemoval, withRowBack } from "@/domain/consultation/set-up-draft";
import { changeAndFocus } from "./change-and-focus";
import type { SetUpInHand } from "./use-set-up";

type RemovedRowProps = {
  readonly setUp: SetUpInHand;
  readonly of: RowRemoval["of"];
  /** The first field of a row that is back. */
  readonly field: string;
};

/** Says which row was removed last and puts it back where it stood. */
export function RemovedRow({ setUp: { draft, change }, of, field }: RemovedRowProps) {
  const t = useTranslations("setUpPath");
  const last = lastRemoved(draft, of);
  if (last === undefined) return null;
  const number = last.index + 1;
  return (
    <div className="notice row">
      <p>{t(`removed.${of}`, { number })}</p>
      <button
        type="button"
        id={`put-back-${of}`}
        className="btn secondary small"
        onClick={() =>
          changeAndFocus(
            () => change((before) => withRowBack(before, last)),
            [`${of}-${last.index}-${field}`],
          )
        }
      >
        {t(`putBack.${of}`, { number })}
      </button>
    </div>
  );
}
