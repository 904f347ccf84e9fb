"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import { MOST_FILE_BYTES } from "@/domain/background-papers/background-paper";

type Sent = {
  readonly file: File;
  /** Where it belongs, in the address. */
  readonly query: Readonly<Record<string, string>>;
  /** What is said of it, beside the file and not in the address. */
  readonly said?: Readonly<Record<string, string>>;
};

/** How far a file has come: the share that has left this device, and then what the server makes of it. */
type Progress = { readonly percent: number; readonly looking: boolean };

/** What the server says in its answer, in the shape of a procedure's; null where it was not the server that answered. */
function sentenceIn(text: string): string | null {
  try {
    const { error } = JSON.parse(text);
    return typeof error?.message === "string" ? error.message : null;
  } catch {
    return null;
  }
}

/**
 * Sends a file with its progress, which a browser tells of this older kind of request alone. What was chosen and typed is
 * the caller's, and stays whatever comes of it.
 */
export function useSending() {
  const t = useTranslations("backgroundDesk");
  const noReply = useRefused("act");
  const request = useRef<XMLHttpRequest | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function send({ file, query, said = {} }: Sent, onSent: () => void) {
    if (progress !== null) return;
    if (file.size > MOST_FILE_BYTES) return setProblem(t("fileTooLarge"));
    setProblem(undefined);
    setProgress({ percent: 0, looking: false });
    const sending = new XMLHttpRequest();
    request.current = sending;
    const ended = (sentence: string | undefined) => {
      request.current = null;
      setProgress(null);
      setProblem(sentence);
    };
    sending.upload.onprogress = ({ loaded, total }) =>
      setProgress({ percent: total === 0 ? 0 : Math.floor((100 * loaded) / total), looking: false });
    sending.upload.onload = () => setProgress({ percent: 100, looking: true });
    sending.onabort = () => ended(t("stopped"));
    sending.onerror = () => ended(noReply(new Error("no reply")));
    sending.onload = () => {
      const refused = sending.status >= 400;
      ended(refused ? (sentenceIn(sending.responseText) ?? noReply(new Error("no reply"))) : undefined);
      if (!refused) onSent();
    };
    sending.open("POST", `/api/background-papers?${new URLSearchParams(query)}`);
    sending.setRequestHeader("content-type", "application/octet-stream");
    sending.setRequestHeader("x-paper", encodeURIComponent(JSON.stringify(said)));
    sending.send(file);
  }

  return { send, stop: () => request.current?.abort(), progress, problem, setProblem };
}
