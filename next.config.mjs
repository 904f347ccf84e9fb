import createNextIntlPlugin from "next-intl/plugin";

/** What every answer carries, be it a page, a script or a procedure's. The policy of pages comes from proxy.ts. */
const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Pages copy links and codes at a press of a button, and need nothing else of a device.
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), display-capture=(), midi=(), payment=(), usb=(), browsing-topics=()",
};

/** Nobody keeps what a procedure answers, and nobody shows it as a page. */
const ofProcedures = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

/** A stream is passed on as it comes: whoever compresses it, holds it back. */
const ofStreams = { "Cache-Control": "no-store, no-transform" };

/** The files of a report by what follows its address. */
const reportFiles = {
  ".pdf": "report.pdf",
  ".docx": "report.docx",
  ".md": "report.md",
  ".csv": "data.csv",
  ".xlsx": "data.xlsx",
  ".zip": "everything.zip",
  "/codebook.csv": "codebook.csv",
  "/letter.pdf": "letter.pdf",
  "/letter.docx": "letter.docx",
};

/** What documents are set from. */
const ofDocuments = [
  "./server/render/typst/*.typ",
  "./server/render/fonts/*.ttf",
  "./node_modules/@expo-google-fonts/source-serif-4/{400Regular,400Regular_Italic,600SemiBold}/*.ttf",
  "./node_modules/@expo-google-fonts/amiri/{400Regular,700Bold}/*.ttf",
  "./node_modules/@expo-google-fonts/source-sans-3/*/*.ttf",
  "./node_modules/@myriaddreamin/typst-ts-node-compiler-*/**",
  "./node_modules/@resvg/resvg-js-*/**",
];

const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  // The image is made from what a server alone needs (`npm run build -- --standalone`); everywhere else `next start` serves.
  ...(process.env.TDT_STANDALONE === "1" && { output: "standalone" }),
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  headers: async () => [
    { source: "/:path*", headers: asList(everywhere) },
    { source: "/api/:path*", headers: asList(ofProcedures) },
    { source: "/api/room/follow", headers: asList(ofStreams) },
  ],
  // Whoever reads a page, a library's catalogue too, finds its title and Dublin Core in the head and not in what follows.
  htmlLimitedBots: /.*/,
  // No page has an image that would be worth another size; an address that makes them is one more door.
  images: { unoptimized: true },
  // A report's files stand beside it and beside each of its editions, each at an address of its own.
  rewrites: async () =>
    Object.entries(reportFiles).flatMap(([address, file]) => [
      {
        source: `/reports/:slug([a-z0-9-]+)${address}`,
        destination: `/reports/:slug/files/${file}`,
      },
      {
        source: `/reports/:slug([a-z0-9-]+)/editions/:number(\\d+)${address}`,
        destination: `/reports/:slug/editions/:number/files/${file}`,
      },
    ]),
  // Types are looked at by `npm run check`, once for pages, tests and tools together.
  typescript: { ignoreBuildErrors: true },
  turbopack: { resolveAlias: { crypto: { browser: "./app/(participant)/_protocol/no-node-crypto.ts" } } },
  serverExternalPackages: [
    "postgres",
    "pg-boss",
    "nodemailer",
    "highs",
    "@resvg/resvg-js",
    "exceljs",
    "@myriaddreamin/typst-ts-node-compiler",
    "pino",
    "prom-client",
  ],
  // What is read by its path, which no import tells.
  outputFileTracingIncludes: {
    "/api/health": ["./drizzle/*/meta/_journal.json"],
    "/status": ["./package.json"],
    "/api/closing/**": ["./node_modules/highs/build/*.wasm"],
    "/reports/**": ofDocuments,
    "/c/*/rounds/*/questionnaire.pdf": ofDocuments,
    "/consultations/*/rounds/*/questionnaire.pdf": ofDocuments,
    "/api/invitation-cards": ofDocuments,
  },
};

/** Messages are compiled when the pages are built, so that no page carries the parser of their syntax. */
const words = createNextIntlPlugin({
  requestConfig: "./app/words.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default words(config);
