import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { ReportDocument } from "@/app/_components/figures/report-document";
import type { Report } from "@/domain/report/document";
import messages from "@/messages/en.json";

// Reads reports as JSON and writes the page of each. A process of its own, as tests run under the condition of React's
// server components, under which React renders no page.
const reports = JSON.parse(readFileSync(0, "utf8")) as Report[]; // written by `reportPages`
const pages = reports.map((report) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={messages}>
      <ReportDocument report={report} status="" />
    </NextIntlClientProvider>,
  ),
);
process.stdout.write(JSON.stringify(pages));
