import type { Message } from "@/domain/findings/message";
import type { Block } from "@/domain/report/document";

/** A sentence of the method page. */
export const say = (name: string, values: Message["values"] = {}): Message => ({
  key: `method.${name}`,
  values,
});

export const paragraph = (...sentences: Message[]): Block => ({ kind: "paragraph", sentences });
