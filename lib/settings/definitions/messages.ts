import { boolean, integer } from "../define.ts";

export const messages = {
	id: "messages",
	title: "Messages",
	settings: {
		Message_MaxAllowedSize: integer({
			title: "Longest message",
			help: "In characters.",
			default: 5_000,
			min: 1,
			max: 100_000,
		}),
		Message_AllowConvertLongMessagesToAttachment: boolean({
			title: "Offer to send longer texts as files",
			help: "Where files may be sent.",
			default: true,
		}),
		Message_AllowEditing: boolean({
			title: "People may edit their messages",
			help: "An edited message says so.",
			default: true,
		}),
		Message_AllowEditing_BlockEditInMinutes: integer({
			title: "Minutes for editing",
			help: "Counted from sending. 0: always.",
			default: 0,
			min: 0,
			max: 1_000_000,
		}),
		Message_KeepHistory: boolean({
			title: "Keep what edited messages said before",
			help: "Whoever may read a message may then see what changed in it. Deleting a message deletes all its versions.",
			default: false,
		}),
		Message_AllowDeleting: boolean({
			title: "People may delete their messages",
			help: "Owners and moderators of a room may delete all messages in it in any case.",
			default: true,
		}),
		Message_AllowDeleting_BlockDeleteInMinutes: integer({
			title: "Minutes for deleting",
			help: "Counted from sending. 0: always.",
			default: 0,
			min: 0,
			max: 1_000_000,
		}),
		Message_ShowDeletedStatus: boolean({
			title: "Show where a message was deleted",
			help: "Leaves a line without text where the message stood.",
			default: false,
		}),
		Message_GroupingPeriod: integer({
			title: "Seconds in which messages are grouped",
			help: "Messages of one person that follow each other within this time stand under one name.",
			default: 300,
			min: 0,
			max: 86_400,
		}),
		DirectMesssage_maxUsers: integer({
			title: "Most people in a direct message",
			help: "Including who starts it.",
			default: 8,
			min: 2,
			max: 50,
		}),
	},
};
