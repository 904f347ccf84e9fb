"use client";

import { useEffect, useRef, useState } from "react";
import type { Answer } from "@/domain/questionnaire/item";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { AnswerableRound } from "./situation";

/** Whether what is on the screen is also on the device. */
export type Keeping = "kept" | "keeping" | "failed";

/** The answers with one of them changed; cleared answers leave no trace. */
function withAnswer(answers: Answers, itemId: string, answer: Answer | undefined): Answers {
  const { [itemId]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [itemId]: answer };
}

/**
 * The answers being written, kept on the device at every change. Another tab's changes are taken over as they are made
 * there, so that the newest always stands in both.
 */
export function useDraft({ device, channel: name, round, draft }: AnswerableRound) {
  const [answers, setAnswers] = useState(draft);
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const [fromAnotherTab, setFromAnotherTab] = useState(false);
  const latest = useRef(answers);
  const channel = useRef<BroadcastChannel | null>(null);
  const { roundId } = round;

  useEffect(() => {
    const opened = new BroadcastChannel(name);
    channel.current = opened;
    opened.onmessage = ({ data }: MessageEvent<Answers>) => {
      latest.current = data;
      setAnswers(data);
      setFromAnotherTab(true);
    };
    return () => opened.close();
  }, [name]);

  async function replace(changed: Answers) {
    latest.current = changed;
    setAnswers(changed);
    setFromAnotherTab(false);
    setKeeping("keeping");
    try {
      await device.keepDraft(roundId, changed);
      channel.current?.postMessage(changed);
      // A later change is still on its way; it will say when it is kept.
      if (latest.current === changed) setKeeping("kept");
    } catch {
      setKeeping("failed");
    }
  }

  return {
    answers,
    keeping,
    fromAnotherTab,
    change: (itemId: string, answer: Answer | undefined) =>
      replace(withAnswer(latest.current, itemId, answer)),
    replace,
  };
}
