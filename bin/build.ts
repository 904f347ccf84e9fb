import { buildUnlessFresh } from "./building";

// `npm run build`: the production build. With `-- --standalone` also .next/standalone, all that the image needs to serve.
process.exit(await buildUnlessFresh(undefined, process.argv.includes("--standalone")));
