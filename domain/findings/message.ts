/** A sentence to be: its key in `messages/`, from the root, and its values. It may hold `<phrase>` tags. */
export type Message = {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
};

/** What fills a tag of a message. */
export type Fill = (chunks: string) => string;

/** Words a message; `createTranslator({ locale, messages }).markup` of next-intl is one. */
export type Translate = (key: string, values: Record<string, string | number | Fill>) => string;

/** The sentence without any mark-up. */
export function plain(message: Message, translate: Translate): string {
  return marked(message, translate, (chunks) => chunks);
}

/** The sentence with what stands in `<phrase>` marked by the caller. */
export function marked({ key, values }: Message, translate: Translate, phrase: Fill): string {
  // Some translators hand over what stands in a tag as a list of one; as text it is the same.
  return translate(key, { ...values, phrase: (chunks) => phrase(String(chunks)) });
}
