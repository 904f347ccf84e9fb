import "server-only";
import { type FileToRead, streamOf } from "@/server/background-papers/files";
import { registryHandle } from "@/server/connections";
import { objectStoreHere } from "./context";
import { withoutValues } from "./refusals";

/**
 * The bytes of a paper's file, whose place its reader was given by a procedure. They do not pass through one themselves,
 * which would write them as JSON. Throws `file_store_unreachable`.
 */
export const bytesOfPaper = (file: FileToRead): Promise<ReadableStream<Uint8Array>> =>
  withoutValues(streamOf(registryHandle(), objectStoreHere(), file));
