"use client";

import { useTranslations } from "next-intl";

type SendingProgressProps = {
  readonly progress: { readonly percent: number; readonly looking: boolean } | null;
  readonly onStop: () => void;
};

/** How far a file has come, in words and as a bar, and the way to stop it. */
export function SendingProgress({ progress, onStop }: SendingProgressProps) {
  const t = useTranslations("backgroundDesk");
  return (
    <div className="row">
      {progress !== null && (
        <>
          <progress max={100} value={progress.percent} aria-label={t("file")} />
          <button type="button" className="btn quiet small" onClick={onStop}>
            {t("stop")}
          </button>
        </>
      )}
      <p className="help" role="status">
        {progress !== null &&
          (progress.looking ? t("looking") : t("sending", { percent: rounded(progress) }))}
      </p>
    </div>
  );
}

/** In tens, so that who hears it is not told of each part. */
const rounded = ({ percent }: { readonly percent: number }) => Math.floor(percent / 10) * 10;
