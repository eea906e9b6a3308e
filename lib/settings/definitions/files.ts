import * as z from "zod";
import { boolean, integer, select, string } from "../define.ts";

/** `image/png, image/*`; nothing means all, or none. */
const mediaTypes = z
	.string()
	.trim()
	.max(2_000)
	.regex(/^$|^[\w.+*-]+\/[\w.+*-]+(\s*,\s*[\w.+*-]+\/[\w.+*-]+)*$/);
const MEDIA_TYPES = "types such as image/png or image/*, separated by commas";

export const files = {
	id: "files",
	title: "Files",
	settings: {
		FileUpload_Enabled: boolean({
			title: "People may send files",
			help: "What was sent before stays.",
			default: true,
		}),
		FileUpload_Enabled_Direct: boolean({
			title: "Also in direct messages",
			help: "Only where files may be sent at all.",
			default: true,
		}),
		FileUpload_MaxFileSize: integer({
			title: "Largest file",
			help: "In bytes. -1: any size.",
			default: 104_857_600,
			min: -1,
			max: Number.MAX_SAFE_INTEGER,
		}),
		FileUpload_MediaTypeWhiteList: string({
			title: "Types that are taken",
			help: "Such as image/png or image/*, separated by commas. Empty: all. A type is told by what is in a file, not by its name.",
			default: "",
			schema: mediaTypes,
			accepts: MEDIA_TYPES,
		}),
		FileUpload_MediaTypeBlackList: string({
			title: "Types that are refused",
			help: "Counts before the list above. Web pages and SVG are never shown in Parley, only downloaded, whatever stands here.",
			default: "",
			schema: mediaTypes,
			accepts: MEDIA_TYPES,
		}),
		FileUpload_ProtectFiles: boolean({
			title: "Only who is signed in may load files",
			help: "Off: files of public rooms are loaded by whoever has their address, for pages outside of Parley. Those of private rooms and direct messages never are.",
			default: true,
		}),
		FileUpload_Storage_Type: select({
			title: "Where files are kept",
			help: "For new files; those that are there stay where they are and can be read as before.",
			default: "GridFS",
			options: [
				{ value: "GridFS", label: "In the database" },
				{ value: "FileSystem", label: "In a folder" },
			],
		}),
		FileUpload_FileSystemPath: string({
			title: "Folder for files",
			help: "Empty: the folder “files” beside the database. Several servers need one that all of them mount. Files that are there do not move with it.",
			default: "",
		}),
	},
};
