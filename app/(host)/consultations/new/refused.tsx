import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useRefused } from "@/app/(host)/_components/refused";

/** Why the server did not do what a step asked for; a session that has ended is begun again beside this page. */
export function Refused({ error }: { readonly error: unknown }) {
  const t = useTranslations("setUpPath");
  const refused = useRefused("text");
  const sentence = refused(error);
  return (
    <div role="alert">
      {sentence !== undefined && (
        <div className="notice caution">
          <p>{sentence}</p>
          {error instanceof TRPCClientError && error.data?.refusal === "not_signed_in" && (
            <p>
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {t("signInBeside")}
              </a>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
