import { useFormatter, useTranslations } from "next-intl";

type SeveralMeantProps = {
  /** Delegations that would have several seats, with how many. */
  readonly several: readonly { readonly name: string; readonly count: number }[];
  readonly meant: boolean;
  readonly onMeant: (meant: boolean) => void;
};

/** Several seats of one delegation are given on purpose alone: for whom, what follows, and the tick that says so. */
export function SeveralMeant({ several, meant, onMeant }: SeveralMeantProps) {
  const t = useTranslations("seating");
  const format = useFormatter();
  const names = format.list(several.map((one) => t("further.has", one)));
  return (
    <div className="notice caution">
      <label className="check">
        <input type="checkbox" checked={meant} onChange={({ target }) => onMeant(target.checked)} />
        <span>{t("severalMeant", { count: several.length })}</span>
      </label>
      <p>{t("severalWhat", { names })}</p>
    </div>
  );
}
