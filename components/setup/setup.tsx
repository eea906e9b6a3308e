"use client";
import Link from "next/link";
import { Message } from "@/components/frame/whole-page";
import { Button, buttonLook } from "@/components/ui/button";
import { sentenceOf } from "@/lib/client/errors";
import { useServer } from "@/lib/client/rooms";
import { Wizard } from "./wizard";

export function Setup() {
	const { data: server, error, refetch } = useServer();
	if (error) {
		return (
			<Message title="The server does not answer" text={sentenceOf(error)}>
				<Button look="main" onClick={() => refetch()}>
					Try again
				</Button>
			</Message>
		);
	}
	if (!server) return null;
	if (!server.setUp) return <Wizard server={server} />;
	return (
		<Message
			title={`${server.name} is set up`}
			text="This is done once. Everything can be changed under Administration."
		>
			<Link href="/login" className={buttonLook("main")}>
				Sign in
			</Link>
		</Message>
	);
}
