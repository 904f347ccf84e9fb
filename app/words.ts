import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/en.json";

/** The language of a request: English until a second file of messages is added. */
export default getRequestConfig(async () => ({ locale: "en", messages, timeZone: "UTC" }));
