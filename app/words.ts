import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/en.json";

/**
 * The language of a request: English until a second file of messages is added. British, as the United Nations writes
 * it: "14 January 2011".
 */
export default getRequestConfig(async () => ({ locale: "en-GB", messages, timeZone: "UTC" }));
