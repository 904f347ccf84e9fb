import { createTranslator } from "use-intl/core";
import type { Translate } from "@/domain/findings/message";
import messages from "@/messages/en.json";

const translator = createTranslator({
  locale: "en",
  messages,
  onError: (error) => {
    throw error;
  },
});

/** English as the product words it; a missing sentence or value fails the test. */
// Keys are put together by the domain, so their type cannot be that of the messages; `onError` checks them instead.
export const english: Translate = (key, values) =>
  translator.markup(key as "product.name", values as Record<string, never>);
