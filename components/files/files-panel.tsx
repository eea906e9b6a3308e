"use client";
import { Images, Paperclip } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { Panel } from "@/components/rooms/panel";
import { Empty } from "@/components/ui/empty";
import { Segments } from "@/components/ui/segments";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useComesIntoSight } from "@/components/ui/use-comes-into-sight";
import { NotLoaded } from "@/components/words/not-loaded";
import { silenceOf } from "@/lib/client/rights";
import { useFiles } from "@/lib/client/room-lists";
import { useMe } from "@/lib/client/session";
import type { FileKind } from "@/lib/shared/schemas/file";
import type { RoomView } from "@/lib/shared/schemas/room";
import { MediaTile } from "./media-tile";
import { SentFileRow } from "./sent-file-row";

/** All files of a room. */
export function FilesPanel({ room, onClose }: { room: RoomView; onClose: () => void }) {
	const me = useMe();
	const t = useTranslations("files");
	const [kind, setKind] = useState<FileKind>("media");
	const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
		useFiles(room.id, kind);
	const files = data?.pages.flatMap((page) => page.items) ?? [];
	const mayLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
	const end = useComesIntoSight(() => mayLoad && void fetchNextPage());
	const viewed = files.map((file) => ({ ...file, author: file.author.name }));
	const open = (start: string) => openOverlay({ name: "viewer", files: viewed, start });
	const segments = [
		{ value: "media", label: t("panel.media") },
		{ value: "other", label: t("panel.other") },
	] as const;
	return (
		<Panel title={t("panel.title")} about={room.displayName} onClose={onClose}>
			<div className="mb-4 [&_legend]:sr-only">
				<Segments legend={t("panel.kinds")} segments={segments} chosen={kind} onChoose={setKind} />
			</div>
			{isPending && <SkeletonRows rows={5} />}
			{error && <NotLoaded error={error} onRetry={() => refetch()} />}
			{data && files.length === 0 && (
				<Empty
					icon={kind === "media" ? Images : Paperclip}
					title={t(kind === "media" ? "panel.noMedia" : "panel.noOther")}
					text={t(silenceOf(me, room) ? "panel.about2" : "panel.about")}
				/>
			)}
			{kind === "media" ? (
				<ul aria-label={t("panel.list")} className="grid grid-cols-3 gap-1.5">
					{files.map((file) => (
						<MediaTile key={file.id} file={file} onOpen={() => open(file.id)} />
					))}
				</ul>
			) : (
				<ul aria-label={t("panel.list")} className="grid grid-cols-1 gap-2">
					{files.map((file) => (
						<SentFileRow key={file.id} file={file} roomId={room.id} onOpen={() => open(file.id)} />
					))}
				</ul>
			)}
			{hasNextPage && (
				<div ref={end}>
					<SkeletonRows rows={2} />
				</div>
			)}
		</Panel>
	);
}
