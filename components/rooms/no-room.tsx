"use client";
import { CloudOff, DoorOpen, SearchX } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PlaceLink } from "@/components/frame/navigation";
import { Button, buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { sentenceOf } from "@/lib/client/errors";
import type { RoomView } from "@/lib/shared/schemas/room";

export function NoSuchRoom() {
	return (
		<Page>
			<title>No such room</title>
			<Empty
				level="h1"
				icon={SearchX}
				title="There is no such room"
				text="It does not exist, or only its members may know of it."
			>
				<Ways />
			</Empty>
		</Page>
	);
}

/** It was mine while I looked at it. The server does not say whether I was removed or the room was deleted. */
export function NoLongerHere({ room, onLook }: { room: RoomView; onLook: () => void }) {
	return (
		<Page>
			<title>{room.displayName}</title>
			<Empty
				level="h1"
				icon={DoorOpen}
				title={`You are no longer in ${room.displayName}`}
				text="You were removed from this room, or it was deleted. Its members can add you again."
			>
				{room.kind === "public" && <Button onClick={onLook}>Look at the room</Button>}
				<Ways />
			</Empty>
		</Page>
	);
}

export function RoomNotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
	return (
		<Page>
			<Empty level="h1" icon={CloudOff} title="The room could not be loaded" text={sentenceOf(error)}>
				<Button look="main" onClick={onRetry}>
					Try again
				</Button>
				<Ways />
			</Empty>
		</Page>
	);
}

function Ways() {
	return (
		<>
			<PlaceLink href="/" className={buttonLook()}>
				Go to your rooms
			</PlaceLink>
			<Link href="/directory" className={buttonLook("plain")}>
				Browse rooms
			</Link>
		</>
	);
}

function Page({ children }: { children: ReactNode }) {
	return <main className="grid flex-1 place-items-center overflow-auto">{children}</main>;
}
