import { useTranslations } from "next-intl";
import { namesInLanguages, OTHER_LANGUAGES } from "@/domain/consultation/names-in-languages";

/** A delegation's names in the other official languages, as far as their source has them; each marked as of its language. */
export function OtherLanguages({ delegation }: { readonly delegation: string }) {
  const t = useTranslations("seating");
  const names = namesInLanguages(delegation);
  const known = OTHER_LANGUAGES.flatMap((language) => {
    const name = names[language];
    return name === null ? [] : [{ language, name }];
  });
  if (known.length === 0) return null;
  return (
    <small className="names-in-languages">
      <span className="sr">{t("inLanguages")}: </span>
      {known.map(({ language, name }) => (
        <bdi key={language} lang={language}>
          {name}
        </bdi>
      ))}
    </small>
  );
}
