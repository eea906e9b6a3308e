"use client";
import { Message } from "@/components/frame/whole-page";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ reset }: { reset: () => void }) {
	return (
		<Message title="Something went wrong" text="This page stopped working. What you wrote and sent is safe.">
			<title>Something went wrong</title>
			<Button look="main" onClick={reset}>
				Try again
			</Button>
			<Button onClick={() => location.assign("/")}>Load it anew</Button>
		</Message>
	);
}
