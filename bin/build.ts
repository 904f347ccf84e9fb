import { buildUnlessFresh } from "./building";

// `npm run build`: the production build.
process.exit(await buildUnlessFresh());
