"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { roomPath, useGo } from "@/components/frame/navigation";
import { Quoted } from "@/components/messages/quoted";
import { useRoomName } from "@/components/rooms/use-room-name";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useCoarse } from "@/components/ui/use-media";
import { useTimes } from "@/components/words/use-times";
import { previewQuote } from "@/lib/client/api";
import { keys } from "@/lib/client/cache";
import { outbox } from "@/lib/client/outbox";
import { copyOf, quoteFrom } from "@/lib/client/quotes";
import { useServerInfo } from "@/lib/client/session";
import type { Message } from "@/lib/shared/schemas/message";
import type { RoomView } from "@/lib/shared/schemas/room";
import { ChosenRoom } from "./chosen-room";
import { HowItGoes } from "./how-it-goes";
import { RoomPicker } from "./room-picker";

/** Passes a message on to another room: as a quote, where everybody there may read it, else as a copy of its text. */
export function ForwardDialog({ message, onClose }: { message: Message; onClose: () => void }) {
	const t = useTranslations("forward");
	const go = useGo();
	const coarse = useCoarse();
	const times = useTimes();
	const nameOf = useRoomName();
	const { limits } = useServerInfo();
	const field = useRef<HTMLTextAreaElement>(null);
	const [room, setRoom] = useState<RoomView>();
	const [comment, setComment] = useState("");
	const quote = quoteFrom(message);
	const roomId = room?.id ?? "";
	const asked = useQuery({
		queryKey: keys.quote(quote.id, roomId),
		queryFn: () => previewQuote(quote.id, roomId),
		enabled: room !== undefined,
		staleTime: 0,
		gcTime: 0,
	});
	const isCopy = asked.data !== undefined && "unavailable" in asked.data;
	const text = [comment.trim(), isCopy ? copyOf(message) : ""].filter(Boolean).join("\n\n");
	const over = text.length - limits.messageLength;
	const isReady = asked.isSuccess && !asked.isFetching && over <= 0 && (!isCopy || message.text !== "");

	// What one chose goes away, and the focus with it. The keyboard of a phone would cover the rest.
	useEffect(() => {
		if (roomId !== "" && !coarse) field.current?.focus({ preventScroll: true });
	}, [roomId, coarse]);

	function send() {
		if (!room || !isReady) return;
		void outbox().add(room.id, text, isCopy ? {} : { quoteOf: quote.id, quote });
		onClose();
		toast({
			text: t("done", { room: nameOf(room) }),
			action: { label: t("show"), run: () => go(roomPath(room.id)) },
		});
	}

	return (
		<Dialog title={t("title")} onClose={onClose}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					send();
				}}
			>
				{room ? <ChosenRoom room={room} onDrop={() => setRoom(undefined)} /> : <RoomPicker onPick={setRoom} />}
				<div className="mt-4">
					<TextArea
						ref={field}
						label={t("comment")}
						hint={t("optional")}
						dir="auto"
						rows={2}
						value={comment}
						onChange={(event) => setComment(event.target.value)}
						onKeyDown={(event) => {
							if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
						}}
					/>
				</div>
				<div className="mt-4 max-h-32 overflow-y-auto">
					<Quoted quote={quote} times={times} roomId={undefined} />
				</div>
				{room && (
					<HowItGoes
						room={nameOf(room)}
						message={message}
						asked={{ error: asked.error, isCopy, over }}
						onRetry={() => void asked.refetch()}
					/>
				)}
				<DialogActions>
					<Button look="plain" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" look="main" disabled={!isReady} busy={asked.isFetching}>
						{isCopy ? t("sendCopy") : t("send")}
					</Button>
				</DialogActions>
			</form>
		</Dialog>
	);
}
