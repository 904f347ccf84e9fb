import { useTranslations } from "next-intl";
import type { Notice } from "@/domain/paper/notice";

type NoticeListProps = { readonly title: string; readonly notices: readonly Notice[] };

/** What of a text could not be taken as it stood, each with what to do. */
export function NoticeList({ title, notices }: NoticeListProps) {
  const t = useTranslations("paper.notices");
  return (
    <div className="notice caution">
      <p className="title">{title}</p>
      <ul className="bullets">
        {notices.map(({ code, values }) => (
          <li key={`${code} ${Object.values(values).join(" ")}`}>
            {/* The code is a key of these notices, with the values of its own sentence. */}
            {t(code as never, values as never)}
          </li>
        ))}
      </ul>
    </div>
  );
}
