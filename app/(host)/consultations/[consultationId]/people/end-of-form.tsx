import { useTranslations } from "next-intl";

type EndOfFormProps = {
  /** What the form does, as its button names it. */
  readonly act: string;
  readonly pending: boolean;
  readonly error: string | undefined;
  readonly onCancel: () => void;
};

/** What a form that stands in a person's row ends with: what was refused, the act, and the way back. */
export function EndOfForm({ act, pending, error, onCancel }: EndOfFormProps) {
  const t = useTranslations("peopleActs");
  return (
    <>
      <div aria-live="polite">{error !== undefined && <p className="notice caution">{error}</p>}</div>
      <div className="row">
        <button type="submit" className="btn small" aria-disabled={pending}>
          {pending ? t("pending") : act}
        </button>
        <button type="button" className="btn quiet small" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </>
  );
}
