"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { withNameInLine } from "@/domain/consultation/seat-rows";
import { textOfFile } from "@/domain/consultation/text-of-file";
import { usePanelActs } from "./use-panel-acts";

/** More than any text that the server would read; a larger file is not even opened. */
const MOST_FILE_BYTES = 1_000_000;

/**
 * A text of seats while it is looked at and added. It is cleared once its seats are added, and by nothing else; `field`
 * gets the keyboard back where the text as a whole cannot be read.
 */
export function useTextOfSeats(consultationId: string, field: RefObject<HTMLTextAreaElement | null>) {
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const preview = useMutation(trpc.panel.preview.mutationOptions());
  const { read } = usePanelActs();
  const [text, setText] = useState("");
  const [meant, setMeant] = useState(false);
  const [fileIssue, setFileIssue] = useState<string>();
  const looked = preview.variables?.text === text ? preview.data : undefined;
  const rows = looked?.rows ?? [];
  const several = looked?.several ?? [];
  const counted = {
    adds: rows.reduce((sum, { adds }) => sum + adds.length, 0),
    there: rows.filter(({ delegation, adds }) => delegation !== null && adds.length === 0).length,
    mail: rows.filter(({ addresses }) => addresses.length > 0).length,
    wrong: rows.filter(({ issue }) => issue !== null).length,
  };

  function look(written: string) {
    preview.mutate(
      { consultationId, text: written },
      { onSuccess: ({ issue }) => issue !== null && field.current?.focus() },
    );
  }

  function write(written: string) {
    read.reset();
    setFileIssue(undefined);
    setMeant(false);
    setText(written);
  }

  return {
    text,
    rows,
    several,
    counted,
    looked,
    fileIssue,
    meant,
    setMeant,
    write,
    look,
    added: read.isSuccess && text === "" ? read.data : null,
    reading: preview.isPending || read.isPending,
    errors: [preview.error, read.error].filter((error) => error !== null),
    /** Every row can be read, and there is something to add. */
    ready: looked?.issue === null && counted.wrong === 0 && counted.adds + counted.mail > 0,
    /** Writes a delegation's name in the place of what stands in a row, and looks again. */
    use(line: number, written: string, name: string) {
      const mended = withNameInLine(text, line, written, name);
      write(mended);
      look(mended);
    },
    async open(file: File) {
      if (file.size > MOST_FILE_BYTES) return setFileIssue(tIssues("seats_text_too_long"));
      const written = textOfFile(new Uint8Array(await file.arrayBuffer()));
      write(written);
      look(written);
    },
    add() {
      read.mutate(
        { consultationId, text, several: meant },
        {
          onSuccess: () => setText(""),
          // Another host may have added one of them meanwhile: the rows then say which.
          onError: () => look(text),
        },
      );
    },
  };
}
