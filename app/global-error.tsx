"use client";
import { Message } from "@/components/frame/whole-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** In place of the whole document, when even its frame could not be drawn. */
export default function GlobalError() {
	return (
		<html lang="en">
			<body>
				<Message title="Something went wrong" text="The page could not be drawn. Load it anew; what was sent is safe.">
					<title>Something went wrong</title>
					<Button look="main" onClick={() => location.assign("/")}>
						Load it anew
					</Button>
				</Message>
			</body>
		</html>
	);
}
