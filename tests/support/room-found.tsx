import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import type { RoomFinding } from "@/app/(participant)/_protocol/room";
import { Shown } from "@/app/(participant)/c/[slug]/answer/room-found";
import { sessionWords } from "@/app/(participant)/c/[slug]/answer/session-words";
import messages from "@/messages/en.json";

// Reads what a room is shown as JSON and writes each as a device shows it, with the words of a session alone; those that
// are missing end it. A process of its own, as tests run under the condition of React's server components.
const shown = JSON.parse(readFileSync(0, "utf8")) as RoomFinding[]; // written by the test
const missing = new Set<string>();
const drawn = shown.map((one) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en-GB"
      timeZone="UTC"
      messages={sessionWords(messages)}
      onError={({ message }) => missing.add(message)}
    >
      <Shown shown={one} />
    </NextIntlClientProvider>,
  ),
);
if (missing.size > 0) throw new Error([...missing].join("; "));
process.stdout.write(JSON.stringify(drawn));
