import { ballotEndpoints } from "./ballot";
import { registryEndpoints } from "./calls";
import { closingEndpoints } from "./closing-calls";
import type { Endpoint } from "./endpoint";
import { pageEndpoints } from "./pages";
import { roomEndpoints } from "./room-calls";
import { signInEndpoints } from "./sign-in";
import type { FuzzStage } from "./stage";

/** Everything that the instance can be asked. Sign-in comes last: who signs out is signed out. */
export async function endpointsOf(stage: FuzzStage): Promise<Endpoint[]> {
  return [
    ...(await ballotEndpoints(stage)),
    ...registryEndpoints(stage),
    ...closingEndpoints(stage),
    ...roomEndpoints(stage),
    ...pageEndpoints(stage),
    ...(await signInEndpoints(stage.baseUrl)),
  ];
}
