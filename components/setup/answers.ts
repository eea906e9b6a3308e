import type { SetupInput } from "@/lib/shared/schemas/user";

/** What was typed so far. Going back and forth keeps it, and so does loading the page anew. */
export type Answers = {
	siteName: string;
	siteUrl: string;
	code: string;
	admin: SetupInput["admin"];
	registration: "open" | "closed";
};

const noAnswers: Answers = {
	siteName: "",
	siteUrl: "",
	code: "",
	admin: { name: "", username: "", email: "", password: "" },
	registration: "open",
};

export const steps = ["site", "administrator", "registration"] as const;
export const lastStep = steps.length - 1;

/** The fields of each step by the paths that the server names them with. */
const fields: readonly (readonly string[])[] = [
	["code", "siteName", "siteUrl"],
	["admin.name", "admin.username", "admin.email", "admin.password"],
	["registration"],
];

/** Where to go back to when the server refuses. */
export function stepOf(errors: Record<string, string>): number | undefined {
	const step = fields.findIndex((paths) => paths.some((path) => path in errors));
	return step < 0 ? undefined : step;
}

type Needed = "code" | "siteName" | "name" | "username" | "email" | "password";

/** What is missing up to a step, before anything is sent, by path: a reload takes the password away. */
export function missing(upTo: number, { code, siteName, admin }: Answers, codeNeeded: boolean): [string, Needed][] {
	const needed: [path: string, Needed, value: string][][] = [
		[
			...(codeNeeded ? ([["code", "code", code]] satisfies [string, Needed, string][]) : []),
			["siteName", "siteName", siteName],
		],
		[
			["admin.name", "name", admin.name],
			["admin.username", "username", admin.username],
			["admin.email", "email", admin.email],
			["admin.password", "password", admin.password],
		],
	];
	const empty = needed
		.slice(0, upTo + 1)
		.flat()
		.filter(([, , value]) => value.trim() === "");
	return empty.map(([path, name]) => [path, name]);
}

const KEY = "parley.setup";

/** As this tab last knew it; never a password, nor the code. */
export function rememberedAnswers(): { step: number; answers: Answers } {
	try {
		const { step, siteName, siteUrl, admin, registration } = JSON.parse(sessionStorage.getItem(KEY) ?? "");
		const answers: Answers = { ...noAnswers, siteName, siteUrl, admin: { ...noAnswers.admin, ...admin }, registration };
		return { step, answers };
	} catch {
		return { step: 0, answers: noAnswers };
	}
}

export function rememberAnswers(step: number, { siteName, siteUrl, admin, registration }: Answers): void {
	const { password: _, ...harmless } = admin;
	try {
		sessionStorage.setItem(KEY, JSON.stringify({ step, siteName, siteUrl, admin: harmless, registration }));
	} catch {
		// A browser that keeps nothing: a reload begins anew.
	}
}

export function forgetAnswers(): void {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// Nothing was kept.
	}
}
