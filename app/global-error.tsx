"use client";
import { useState } from "react";
import { Message } from "@/components/frame/whole-page";
import { Button } from "@/components/ui/button";
import { FALLBACK_LANGUAGE, isLanguage } from "@/lib/shared/languages";
import de from "@/messages/de/frame.json";
import en from "@/messages/en/frame.json";
import "./globals.css";

const words = { en: en.broken, de: de.broken };

/** In place of the whole document, when even its frame could not be drawn: what gives the words to all others is gone too. */
export default function GlobalError() {
	const [language] = useState(() => {
		const shown = typeof document === "undefined" ? undefined : document.documentElement.lang;
		return isLanguage(shown) ? shown : FALLBACK_LANGUAGE;
	});
	const { title, text, reload } = words[language];
	return (
		<html lang={language}>
			<body>
				<Message title={title} text={text}>
					<title>{title}</title>
					<Button look="main" onClick={() => location.assign("/")}>
						{reload}
					</Button>
				</Message>
			</body>
		</html>
	);
}
