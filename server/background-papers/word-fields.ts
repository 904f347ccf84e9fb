import "server-only";
import { Parser } from "htmlparser2";
import { Refusal } from "@/domain/refusal";

/** What the code of a field begins with that fetches or starts something of its own accord. A link waits for whoever chooses to. */
const FETCHING = /^\s*(INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDE|DDEAUTO|LINK|DATABASE|RD)\b/i;
/** Characters of a field's code that are looked at: what it does is told by its first word. */
const MOST_CODE = 256;

const withoutPrefix = (tag: string) => tag.replace(/^.*:/, "");

/** Reads on in one part of a document's text; throws `background_file_fetches` at a field that fetches. */
export type FieldReader = { readonly read: (xml: string) => void; readonly end: () => void };

/**
 * Looks for fields that fetch. They stand in the text alone and in no list of the document's: in one attribute, or as code
 * in as many parts as one likes, one after the other.
 */
export function fieldReader(): FieldReader {
  let code = "";
  let reading = false;
  let fetches = false;
  const look = (text: string) => {
    fetches ||= FETCHING.test(text);
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = withoutPrefix(tag);
        reading = name === "instrText";
        // Another field begins, be it within the one before.
        if (name === "fldChar" && Object.values(attributes).includes("begin")) code = "";
        if (name === "fldSimple") for (const value of Object.values(attributes)) look(value);
      },
      ontext(text) {
        if (!reading || code.length > MOST_CODE) return;
        code = (code + text).slice(0, MOST_CODE + 1).trimStart();
        look(code);
      },
      onclosetag() {
        reading = false;
      },
    },
    { xmlMode: true },
  );
  const told = () => {
    if (fetches) throw new Refusal("background_file_fetches");
  };
  return {
    read(xml) {
      parser.write(xml);
      told();
    },
    end() {
      parser.end();
      told();
    },
  };
}
