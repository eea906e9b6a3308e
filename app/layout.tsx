import type { Viewport } from "next";
import type { ReactNode } from "react";
import { Providers } from "@/components/frame/providers";
import { Words } from "@/components/words/words";
import { directionOf } from "@/lib/shared/languages";
import { lookScript } from "./look";
import { OwnScript } from "./own-script";
import { requestLanguage, wordsOf } from "./words";
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

export default async function RootLayout({ children }: { children: ReactNode }) {
	const language = await requestLanguage();
	return (
		<html lang={language} dir={directionOf(language)} suppressHydrationWarning>
			<head>
				<OwnScript text={lookScript} />
			</head>
			<body>
				<Words language={language} messages={wordsOf(language, ["common", "errors", "fields", "frame"])}>
					<Providers>{children}</Providers>
				</Words>
			</body>
		</html>
	);
}
