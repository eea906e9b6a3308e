import {
	File,
	FileArchive,
	FileAudio,
	FileImage,
	FileSpreadsheet,
	FileText,
	FileVideo,
	type LucideIcon,
} from "lucide-react";
import type { File as SentFile } from "@/lib/shared/schemas/file";

/** How a file is shown: as the picture that it is, with a player, or by its name. */
export type FileKind = "image" | "video" | "audio" | "text" | "pdf" | "other";

type Known = Pick<SentFile, "type" | "thumbnailUrl">;

const TEXTS = new Set(["application/json", "application/xml", "image/svg+xml"]);

export function kindOf({ type, thumbnailUrl }: Known): FileKind {
	if (thumbnailUrl) return "image";
	if (/^video\/(mp4|webm|ogg|quicktime)$/.test(type)) return "video";
	if (type.startsWith("audio/")) return "audio";
	if (type === "application/pdf") return "pdf";
	return type.startsWith("text/") || TEXTS.has(type) ? "text" : "other";
}

export function iconOf(file: Known & Pick<SentFile, "name">): LucideIcon {
	const kind = kindOf(file);
	if (kind === "video") return FileVideo;
	if (kind === "audio") return FileAudio;
	if (file.type.startsWith("image/")) return FileImage;
	if (/\.(csv|xlsx?|ods|numbers)$/i.test(file.name)) return FileSpreadsheet;
	if (/\.(zip|gz|tgz|7z|rar|tar)$/i.test(file.name)) return FileArchive;
	return kind === "text" || kind === "pdf" || /\.(docx?|odt|rtf)$/i.test(file.name) ? FileText : File;
}

/** `CSV`: what people call the kind of a file. */
export function endingOf(name: string): string {
	return /.\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? "";
}
