import type { Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/frame/providers";
import "./globals.css";

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	viewportFit: "cover",
	// The composer stays above the keyboard.
	interactiveWidget: "resizes-content",
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#ffffff" },
		{ media: "(prefers-color-scheme: dark)", color: "#161b1c" },
	],
};

/** Before the first paint, so that no page flashes in the wrong theme; later ones follow when the system changes. */
const theme = `(() => {
	const root = document.documentElement.dataset;
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const contrast = matchMedia("(prefers-contrast: more)");
	const follow = () => {
		root.theme = dark.matches ? "dark" : "light";
		if (contrast.matches) root.contrast = "high";
		else delete root.contrast;
	};
	follow();
	dark.addEventListener("change", follow);
	contrast.addEventListener("change", follow);
})()`;

export default async function RootLayout({ children }: { children: ReactNode }) {
	const nonce = (await headers()).get("x-nonce") ?? undefined;
	return (
		<html lang="en" suppressHydrationWarning>
			<head>
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
				<script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: theme }} />
			</head>
			<body>
				<Providers>{children}</Providers>
			</body>
		</html>
	);
}
