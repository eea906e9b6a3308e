"use client";
import { DoorClosed } from "lucide-react";
import Link from "next/link";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/errors";
import { useServer } from "@/lib/client/rooms";
import { RegisterForm } from "./register-form";

export function Register() {
	const { data: server, error } = useServer();
	if (error) return <Note tone="danger">{sentenceOf(error)}</Note>;
	if (!server) return <SkeletonRows />;
	return (
		<>
			<title>{`Make an account · ${server.name}`}</title>
			{server.registration === "open" ? <RegisterForm server={server} /> : <Closed site={server.name} />}
		</>
	);
}

function Closed({ site }: { site: string }) {
	return (
		<Empty
			level="h1"
			icon={DoorClosed}
			title="Registration is closed"
			text={`New accounts on ${site} are made by its administrators. Ask one of them.`}
		>
			<Link href="/login" className={buttonLook()}>
				Sign in instead
			</Link>
		</Empty>
	);
}
