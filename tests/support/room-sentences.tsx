import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { RoomStrip } from "@/app/(participant)/c/[slug]/answer/room-strip";
import { AskedPart } from "@/app/(room)/room/[code]/screen/asked-part";
import { EndedPart } from "@/app/(room)/room/[code]/screen/ended-part";
import type { RoomView } from "@/domain/room/view";
import messages from "@/messages/en.json";

// Reads views as JSON and writes what the wall and a device say of each. A process of its own, as tests run under the
// condition of React's server components.
const views = JSON.parse(readFileSync(0, "utf8")) as RoomView[]; // written by the test
const text = (part: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={messages}>
      {part}
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]+>/g, " ");
const drawn = views.map((view) => ({
  wall: text(view.phase === "ended" ? <EndedPart view={view} /> : <AskedPart view={view} />),
  device: text(
    <RoomStrip
      room={{ code: "", words: {}, view, hearing: "stream", offset: 0 }}
      written={null}
      offer={null}
      onGo={() => undefined}
      onReview={null}
    />,
  ),
}));
process.stdout.write(JSON.stringify(drawn));
