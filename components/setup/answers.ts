import type { SetupInput } from "@/lib/shared/schemas/user";

/** What was typed so far. Going back and forth keeps it. */
export type Answers = {
	siteName: string;
	siteUrl: string;
	code: string;
	admin: SetupInput["admin"];
	registration: "open" | "closed";
};

export const noAnswers: Answers = {
	siteName: "",
	siteUrl: "",
	code: "",
	admin: { name: "", username: "", email: "", password: "" },
	registration: "open",
};

export const steps = ["Name and address", "Administrator", "Who may register"] as const;

/** The fields of each step by the paths that the server names them with. */
const fields: readonly (readonly string[])[] = [
	["siteName", "siteUrl", "code"],
	["admin.name", "admin.username", "admin.email", "admin.password"],
	["registration"],
];

/** Where to go back to when the server refuses. */
export function stepOf(errors: Record<string, string>): number | undefined {
	const step = fields.findIndex((paths) => paths.some((path) => path in errors));
	return step < 0 ? undefined : step;
}

/** What is missing on a step, before anything is sent. */
export function missing(step: number, answers: Answers, codeNeeded: boolean): Record<string, string> {
	const { siteName, code, admin } = answers;
	const needed: [path: string, value: string, sentence: string][][] = [
		[
			["siteName", siteName, "Give the server a name."],
			...(codeNeeded
				? ([["code", code, "Enter the code that the server printed."]] as [string, string, string][])
				: []),
		],
		[
			["admin.name", admin.name, "Enter your name."],
			["admin.username", admin.username, "Choose a username."],
			["admin.email", admin.email, "Enter your mail address."],
			["admin.password", admin.password, "Choose a password."],
		],
		[],
	];
	const empty = (needed[step] ?? []).filter(([, value]) => value.trim() === "");
	return Object.fromEntries(empty.map(([path, , sentence]) => [path, sentence]));
}
