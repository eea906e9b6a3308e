"use client";
import { CloudOff, DoorOpen, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink } from "@/components/frame/navigation";
import { PageTitle } from "@/components/frame/page-title";
import { Button, buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import type { RoomView } from "@/lib/shared/schemas/room";

export function NoSuchRoom() {
	const t = useTranslations("rooms");
	return (
		<Page>
			<PageTitle title={t("none.title")} />
			<Empty level="h1" icon={SearchX} title={t("none.title")} text={t("none.text")}>
				<Ways />
			</Empty>
		</Page>
	);
}

/** It was mine while I looked at it. The server does not say whether I was removed or the room was deleted. */
export function NoLongerHere({ room, onLook }: { room: RoomView; onLook: () => void }) {
	const t = useTranslations("rooms");
	return (
		<Page>
			<PageTitle title={room.displayName} />
			<Empty level="h1" icon={DoorOpen} title={t("lost.title", { name: room.displayName })} text={t("lost.text")}>
				{room.kind === "public" && <Button onClick={onLook}>{t("lost.look")}</Button>}
				<Ways />
			</Empty>
		</Page>
	);
}

export function RoomNotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
	const t = useTranslations("rooms");
	const sentenceOf = useSentenceOf();
	return (
		<Page>
			<Empty level="h1" icon={CloudOff} title={t("notLoaded.title")} text={sentenceOf(error)}>
				<Button look="main" onClick={onRetry}>
					{t("notLoaded.again")}
				</Button>
				<Ways />
			</Empty>
		</Page>
	);
}

function Ways() {
	const t = useTranslations("rooms");
	return (
		<>
			<PlaceLink href="/" className={buttonLook()}>
				{t("ways.rooms")}
			</PlaceLink>
			<PlaceLink href="/directory" className={buttonLook("plain")}>
				{t("ways.browse")}
			</PlaceLink>
		</>
	);
}

function Page({ children }: { children: ReactNode }) {
	return <main className="grid flex-1 place-items-center overflow-auto">{children}</main>;
}
