"use client";
import { useTranslations } from "use-intl";
import { openOverlay } from "@/components/frame/overlay";
import { heldHistories } from "@/lib/client/cache";
import type { File } from "@/lib/shared/schemas/file";
import { FileCard } from "./file-card";
import { kindOf } from "./file-kind";
import { ImageButton } from "./image-button";
import type { ViewedFile } from "./viewed-file";

type Props = {
	files: File[];
	roomId: string;
	author: string;
	at: string;
	/** A list is one stop of the keyboard, and what is in a row only while one is there. */
	tabbable: boolean;
};

/** What was sent with a message: pictures and players as large as they are known to be, everything else by its name. */
export function MessageFiles({ files, roomId, author, at, tabbable }: Props) {
	const t = useTranslations("files");
	const tabIndex = tabbable ? 0 : -1;
	const kinds = files.map((file) => ({ file, kind: kindOf(file) }));
	const images = kinds.filter(({ kind }) => kind === "image");
	const open = ({ id }: File) => {
		const here = files.map((file) => ({ ...file, author, at }));
		openOverlay({ name: "viewer", files: filesAround(roomId, here), start: id });
	};
	return (
		<div className="mt-1.5 mb-1 flex flex-col gap-1.5">
			{images.length > 0 && (
				<div className="flex flex-wrap items-start gap-1.5">
					{images.map(({ file }) => (
						<ImageButton
							key={file.id}
							tabIndex={tabIndex}
							file={file}
							alone={images.length === 1}
							onOpen={() => open(file)}
						/>
					))}
				</div>
			)}
			{kinds.map(({ file, kind }) => {
				if (kind === "image") return null;
				if (kind === "audio")
					return (
						// biome-ignore lint/a11y/useMediaCaption: nobody has written what people say in a recording
						<audio
							key={file.id}
							controls
							tabIndex={tabIndex}
							preload="none"
							src={file.url}
							aria-label={t("audio", { name: file.name })}
							className="h-11 w-80 max-w-full"
						/>
					);
				if (kind === "video")
					return (
						// biome-ignore lint/a11y/useMediaCaption: nobody has written what people say in a video
						<video
							key={file.id}
							controls
							tabIndex={tabIndex}
							playsInline
							preload="metadata"
							src={file.url}
							aria-label={t("video", { name: file.name })}
							className="aspect-video w-90 max-w-full rounded-md bg-chip"
						/>
					);
				return (
					<FileCard
						key={file.id}
						file={file}
						tabIndex={tabIndex}
						onOpen={kind === "other" ? undefined : () => open(file)}
					/>
				);
			})}
		</div>
	);
}

/** Those of the messages that are held, of the room or of the thread, so that one can go from one to the next; at least those of its own message. */
function filesAround(roomId: string, own: ViewedFile[]): ViewedFile[] {
	const held = heldHistories(roomId).map(([, { items, thread }]) =>
		[...(thread ? [thread.root] : []), ...items].flatMap((message) =>
			message.files.map((file) => ({ ...file, author: message.author.name, at: message.at })),
		),
	);
	return held.find((all) => all.some(({ id }) => own.some((file) => file.id === id))) ?? own;
}
