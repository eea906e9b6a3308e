import * as z from "zod";
import { languages } from "../../shared/languages.ts";
import { select, string } from "../define.ts";

export const general = {
	id: "general",
	title: "General",
	settings: {
		Site_Name: string({
			title: "Name of the site",
			help: "Shown in the sidebar, on the sign-in page and in the browser's title.",
			default: "Parley",
			schema: z.string().trim().min(1).max(100),
			accepts: "text of 1 to 100 characters",
		}),
		Site_Url: string({
			title: "Address of the site",
			help: "Where people reach the server, for example https://chat.example.org. Links are built from it, and pages of this address may change things.",
			default: "",
			schema: z
				.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)])
				.transform((url) => url.replace(/\/+$/, "")),
			accepts: "an address that begins with http:// or https://",
		}),
		Language: select({
			title: "Language",
			help: "The language of pages for people who are not signed in or have not chosen one.",
			default: "",
			options: [
				{ value: "", label: "As the browser asks" },
				...languages.map(({ id, name }) => ({ value: id, label: name })),
			],
		}),
	},
};
