import { headers } from "next/headers";

/** A script of ours in the document itself, let through by the nonce of the request. @param text a constant of ours, nothing from outside */
export async function OwnScript({ text }: { text: string }) {
	const nonce = (await headers()).get("x-nonce") ?? undefined;
	// biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
	return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}
